package dev.aiupscale.worker.upscale;

import dev.aiupscale.common.image.ResultImage;
import java.util.List;

/**
 * What an upscaling made.
 *
 * @param notes what was done to the picture, a sentence each
 * @param tiles how many tiles the picture, and its alpha, were cut into
 * @param tilesSkipped how many of them were known without running the network
 */
public record UpscaledImage(ResultImage image, List<String> notes, long tiles, long tilesSkipped) {
  public UpscaledImage {
    notes = List.copyOf(notes);
  }
}
