package dev.aiupscale.api.image.header;

import dev.aiupscale.api.image.header.JpegLayout.Segment;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Whether a JPEG's scans are whole, and bring every coefficient to its last bit. One whose later
 * scans are missing decodes without a warning, to a blurred or a grey picture.
 *
 * <p>An encoder may leave out scans on purpose, to send a preview; such a file cannot be told from
 * one that was cut and given an end marker, and is not what anybody wants enlarged.
 */
public final class JpegScans {
  private static final int COEFFICIENTS = 64;
  private static final int NOT_SENT = 14;
  private static final byte[] NONE_MISSING = new byte[COEFFICIENTS];
  private static final int PROGRESSIVE = 0xc2;
  private static final int PROGRESSIVE_ARITHMETIC = 0xca;

  private JpegScans() {}

  /** Always so for kinds of JPEG that have no such coefficients: they are refused elsewhere. */
  public static boolean areComplete(UploadBytes file, JpegLayout layout, JpegFrame frame) {
    boolean progressive = frame.marker() == PROGRESSIVE || frame.marker() == PROGRESSIVE_ARITHMETIC;
    if (!progressive && !frame.isSequential()) {
      return true;
    }
    if (!JpegRestarts.areAllThere(file, layout)) {
      return false;
    }
    Map<Integer, byte[]> missingBits = new HashMap<>();
    frame.ids().chars().forEach(id -> missingBits.put(id, notSent()));
    for (Segment segment : layout.segments()) {
      if (segment.marker() == JpegLayout.SOS) {
        read(file, segment.at(), progressive, missingBits);
      }
    }
    return missingBits.values().stream().allMatch(bits -> Arrays.equals(bits, NONE_MISSING));
  }

  private static byte[] notSent() {
    byte[] bits = new byte[COEFFICIENTS];
    Arrays.fill(bits, (byte) NOT_SENT);
    return bits;
  }

  /** A scan's header: its components, the band of coefficients, and how many bits are left out. */
  private static void read(
      UploadBytes file, int at, boolean progressive, Map<Integer, byte[]> missingBits) {
    int components = file.u8(at);
    int band = at + 1 + 2 * components;
    int first = progressive ? Math.min(file.u8(band), COEFFICIENTS) : 0;
    int end = progressive ? Math.min(file.u8(band + 1) + 1, COEFFICIENTS) : COEFFICIENTS;
    int low = progressive ? file.u8(band + 2) & 15 : 0;
    for (int i = 0; i < components; i++) {
      byte[] bits = missingBits.get(file.u8(at + 1 + 2 * i));
      if (bits != null && first < end) {
        Arrays.fill(bits, first, end, (byte) low);
      }
    }
  }
}
