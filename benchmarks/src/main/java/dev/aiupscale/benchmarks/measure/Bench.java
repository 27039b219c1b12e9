package dev.aiupscale.benchmarks.measure;

import dev.aiupscale.benchmarks.picture.Photos;
import dev.aiupscale.benchmarks.picture.SourceFile;
import java.io.IOException;

/** What every measurement works with. */
public record Bench(Engine engine, Photos photos, Effort effort) {
  SourceFile photo(int width, int height) throws IOException {
    return SourceFile.jpeg(photos.draw(width, height), engine.scratch());
  }

  SourceFile lossless(int width, int height) throws IOException {
    return SourceFile.png(photos.draw(width, height), engine.scratch());
  }
}
