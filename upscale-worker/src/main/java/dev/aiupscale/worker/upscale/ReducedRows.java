package dev.aiupscale.worker.upscale;

import dev.aiupscale.worker.encode.RowSource;
import java.util.Arrays;

/**
 * Reduces a picture by a Lanczos filter as its rows come by; colours are mixed as light, so that
 * fine patterns keep their brightness. Memory is the few rows that the filter spans.
 */
final class ReducedRows implements RowSource {
  private final RowSource source;
  private final Transfer transfer;
  private final LanczosTaps across;
  private final LanczosTaps down;
  private final byte[] sourceRow;
  private final float[][] ring;
  private final float[] sums;
  private int sourceRows;
  private int y;

  /** Reduces {@code source} to {@code width × height}, neither of them larger than it has. */
  ReducedRows(RowSource source, int width, int height) {
    this.source = source;
    this.transfer = source.channels() == 1 ? Transfer.LINEAR : Transfer.SRGB;
    this.across = new LanczosTaps(source.width(), width);
    this.down = new LanczosTaps(source.height(), height);
    this.sourceRow = new byte[source.width() * source.channels()];
    this.ring = new float[down.longest()][width * source.channels()];
    this.sums = new float[width * source.channels()];
  }

  @Override
  public int width() {
    return across.size();
  }

  @Override
  public int height() {
    return down.size();
  }

  @Override
  public int channels() {
    return source.channels();
  }

  @Override
  public void next(byte[] row) {
    int first = down.first(y);
    float[] weights = down.weights(y);
    while (sourceRows < first + weights.length) {
      source.next(sourceRow);
      reduceRow(ring[sourceRows % ring.length]);
      sourceRows++;
    }
    Arrays.fill(sums, 0);
    for (int tap = 0; tap < weights.length; tap++) {
      float[] from = ring[(first + tap) % ring.length];
      float weight = weights[tap];
      for (int i = 0; i < sums.length; i++) {
        sums[i] += weight * from[i];
      }
    }
    for (int i = 0; i < sums.length; i++) {
      row[i] = transfer.toSample(sums[i]);
    }
    y++;
  }

  private void reduceRow(float[] reduced) {
    int channels = channels();
    for (int x = 0; x < width(); x++) {
      int first = across.first(x);
      float[] weights = across.weights(x);
      for (int channel = 0; channel < channels; channel++) {
        float sum = 0;
        for (int tap = 0; tap < weights.length; tap++) {
          sum += weights[tap] * transfer.toLight(sourceRow[(first + tap) * channels + channel]);
        }
        reduced[x * channels + channel] = sum;
      }
    }
  }
}
