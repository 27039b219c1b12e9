package dev.aiupscale.api.image.header;

import dev.aiupscale.common.image.Density;
import org.jspecify.annotations.Nullable;

/** Reads the headers of BMP files, OS/2's included. */
public final class BmpHeaderReader {
  private static final int WINDOWS_HEADER = 40;

  private BmpHeaderReader() {}

  public static ImageHeader read(UploadBytes file) {
    boolean os2 = file.u32le(14) == 12;
    long width = os2 ? file.u16le(18) : file.s32le(18);
    long height = os2 ? file.u16le(20) : Math.abs((long) file.s32le(22));
    int bits = file.u16le(os2 ? 24 : 28);
    return new ImageHeader(
        ImageFormat.BMP,
        width,
        height,
        Frames.ONE,
        bits,
        true,
        BmpColour.read(file),
        Exif.NONE.with(density(file)),
        false);
  }

  private static @Nullable Density density(UploadBytes file) {
    return file.u32le(14) < WINDOWS_HEADER
        ? null
        : Densities.perMetre(file.s32le(38), file.s32le(42));
  }
}
