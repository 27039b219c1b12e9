package dev.aiupscale.api.image.header;

import dev.aiupscale.common.job.UpscaleException;
import java.util.Locale;

/** Tells a file's format by its first bytes, never by its name or declared type. */
public final class ContentSniffer {
  private ContentSniffer() {}

  /** Throws UNSUPPORTED_MEDIA_TYPE for anything that is not an {@link ImageFormat}. */
  public static ImageFormat sniff(UploadBytes file) {
    if (file.has(0, "\u00ff\u00d8\u00ff")) {
      return ImageFormat.JPEG;
    }
    if (file.has(0, "\u0089PNG\r\n\u001a\n")) {
      return ImageFormat.PNG;
    }
    if (file.has(0, "RIFF") && file.has(8, "WEBP")) {
      return ImageFormat.WEBP;
    }
    if (file.has(0, "GIF87a") || file.has(0, "GIF89a")) {
      return ImageFormat.GIF;
    }
    if (file.has(0, "II*\0") || file.has(0, "MM\0*")) {
      return ImageFormat.TIFF;
    }
    if (isBmp(file)) {
      return ImageFormat.BMP;
    }
    throw refusal(file);
  }

  /** "BM" alone begins many texts: the size of the second header must be a known one too. */
  private static boolean isBmp(UploadBytes file) {
    if (!file.has(0, "BM") || file.size() < 18) {
      return false;
    }
    long headerSize = file.u32le(14);
    return headerSize >= 12 && headerSize <= 256;
  }

  private static UpscaleException refusal(UploadBytes file) {
    if (file.has(4, "ftyp")) {
      return Refusal.unsupported("The file is " + isoMediaName(file) + ".");
    }
    if (file.has(0, "%PDF")) {
      return Refusal.unsupported("The file is a PDF document.");
    }
    if (file.has(0, "II+\0") || file.has(0, "MM\0+")) {
      return Refusal.unsupported("The file is a BigTIFF picture.");
    }
    String start = file.ascii(0, Math.min(file.size(), 1024)).toLowerCase(Locale.ROOT);
    if (start.contains("<svg")) {
      return Refusal.unsupported("The file is an SVG drawing.");
    }
    if (start.contains("<html") || start.contains("<!doctype html")) {
      return Refusal.unsupported("The file is a web page.");
    }
    return Refusal.unsupported("The file is not a picture of a known format.");
  }

  private static String isoMediaName(UploadBytes file) {
    String brands = file.ascii(8, Math.min(file.size() - 8, 56));
    if (brands.contains("avif") || brands.contains("avis")) {
      return "an AVIF picture";
    }
    if (brands.contains("hei") || brands.contains("hev") || brands.contains("mif1")) {
      return "a HEIC picture";
    }
    return "a video or another ISO media file";
  }
}
