package dev.aiupscale.models;

import dev.aiupscale.models.run.Pixels;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Real-ESRGAN's SRVGGNetCompact in plain loops, straight from the published bytes; it shares
 * nothing with the converter. Values are {@code [channel][y][x]}.
 */
final class ReferenceNetwork {
  private static final int CHANNELS = 64;
  private static final int HIDDEN = 32;
  private static final int SCALE = 4;

  private final ByteBuffer weights;

  ReferenceNetwork(byte[] bin) {
    weights = ByteBuffer.wrap(bin).order(ByteOrder.LITTLE_ENDIAN);
  }

  Pixels upscale(Pixels image) {
    float[][][] picture = new float[3][image.height()][image.width()];
    for (int c = 0; c < 3; c++) {
      for (int y = 0; y < image.height(); y++) {
        for (int x = 0; x < image.width(); x++) {
          picture[c][y][x] = image.level(x, y, c) / 255f;
        }
      }
    }
    float[][][] value = rectify(convolve(picture, CHANNELS));
    for (int layer = 0; layer < HIDDEN; layer++) {
      value = rectify(convolve(value, CHANNELS));
    }
    return shuffle(convolve(value, 3 * SCALE * SCALE), picture);
  }

  private float[][][] convolve(float[][][] in, int outChannels) {
    int height = in[0].length;
    int width = in[0][0].length;
    int tag = weights.getInt();
    float[] kernel = new float[outChannels * in.length * 9];
    for (int i = 0; i < kernel.length; i++) {
      kernel[i] = tag == 0 ? weights.getFloat() : half(weights.getShort() & 0xffff);
    }
    float[][][] out = new float[outChannels][height][width];
    for (int o = 0; o < outChannels; o++) {
      float bias = weights.getFloat();
      for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
          double sum = bias;
          for (int c = 0; c < in.length; c++) {
            for (int k = 0; k < 9; k++) {
              int fromY = y + k / 3 - 1;
              int fromX = x + k % 3 - 1;
              if (fromY >= 0 && fromY < height && fromX >= 0 && fromX < width) {
                sum += (double) kernel[(o * in.length + c) * 9 + k] * in[c][fromY][fromX];
              }
            }
          }
          out[o][y][x] = (float) sum;
        }
      }
    }
    return out;
  }

  private float[][][] rectify(float[][][] value) {
    for (float[][] channel : value) {
      float slope = weights.getFloat();
      for (float[] row : channel) {
        for (int x = 0; x < row.length; x++) {
          row[x] = row[x] < 0 ? slope * row[x] : row[x];
        }
      }
    }
    return value;
  }

  private static Pixels shuffle(float[][][] residual, float[][][] picture) {
    int width = picture[0][0].length * SCALE;
    int height = picture[0].length * SCALE;
    byte[] rgb = new byte[width * height * 3];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        for (int c = 0; c < 3; c++) {
          int channel = (c * SCALE + y % SCALE) * SCALE + x % SCALE;
          float sum = residual[channel][y / SCALE][x / SCALE] + picture[c][y / SCALE][x / SCALE];
          long level = Math.round(sum * 255.0);
          rgb[(y * width + x) * 3 + c] = (byte) Math.max(0, Math.min(255, level));
        }
      }
    }
    return new Pixels(width, height, rgb);
  }

  private static float half(int bits) {
    int exponent = bits >> 10 & 31;
    double fraction = (bits & 1023) / 1024.0;
    double magnitude =
        exponent == 0 ? fraction * Math.pow(2, -14) : (1 + fraction) * Math.pow(2, exponent - 15.0);
    return (float) (bits >= 0x8000 ? -magnitude : magnitude);
  }
}
