package dev.aiupscale.worker.upscale;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.aiupscale.common.model.ModelDescriptor;
import dev.aiupscale.common.tile.TileGrid;
import dev.aiupscale.worker.decode.Picture;
import dev.aiupscale.worker.decode.PictureReader;
import dev.aiupscale.worker.onnx.OnnxConfig;
import dev.aiupscale.worker.onnx.OnnxEngines;
import dev.aiupscale.worker.onnx.TinyNetwork;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TileAllocationTest {
  private static final int SIDE = 128;
  private static final int TILES = 64;

  /** What the runtime's own call takes: names, handles, a list. */
  private static final int SMALL_CHANGE = 6_000;

  @TempDir Path directory;

  @Test
  void aTileTakesNothingFromTheJavaHeapThatGrowsWithItsPixels() throws IOException {
    ModelDescriptor tiny = TinyNetwork.write(directory, 2, 1);
    TileGrid grid = TileGrid.of(SIDE * TILES, SIDE, 2, SIDE + 4, SIDE + 4);
    Path source =
        Pictures.writePng(Pictures.natural(SIDE * TILES, SIDE, 1), directory.resolve("p.png"));
    try (OnnxEngines engines = new OnnxEngines(directory, OnnxConfig.defaults());
        TileEngine engine = engines.open(tiny, SIDE + 4, SIDE + 4);
        Picture picture = PictureReader.read(source, true)) {
      Plane plane = new Plane(picture.width(), picture.height(), 3, picture.rgb());
      TileWork work = new TileWork(done -> {}, () -> false, () -> {});
      work.add(plane, grid);
      KeptTiles kept = new KeptTiles(Checkpoints.NONE, "", work);
      TileRunner runner =
          new TileRunner(engine, grid, tiny.scale(), new RepeatedTiles(0), work, kept);

      run(runner, plane, grid, 0, TILES / 2);
      long before = allocated();
      run(runner, plane, grid, TILES / 2, TILES);

      long aTile = (allocated() - before) / (TILES / 2);
      assertThat(aTile).isLessThan(SMALL_CHANGE).isLessThan(SIDE * SIDE * 3 / 4);
    }
  }

  private static void run(TileRunner runner, Plane plane, TileGrid grid, int from, int to) {
    for (int column = from; column < to; column++) {
      runner.upscale(plane, grid.tile(column, 0));
    }
  }

  private static long allocated() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    return threads.getThreadAllocatedBytes(Thread.currentThread().getId());
  }
}
