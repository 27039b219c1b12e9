package dev.aiupscale.api.image.header;

import dev.aiupscale.common.image.BasicMetadata;
import dev.aiupscale.common.image.Density;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * What the pipeline wants from EXIF data: which way is up (1 to 8, as EXIF counts), and the few
 * things that may be kept. Only the main picture's directory counts, not the thumbnail's.
 */
public record Exif(int orientation, BasicMetadata metadata) {
  public static final Exif NONE = new Exif(1, BasicMetadata.NONE);

  private static final int ORIENTATION = 0x0112;
  private static final int ARTIST = 0x013b;
  private static final int COPYRIGHT = 0x8298;
  private static final int EXIF_DIRECTORY = 0x8769;
  private static final int DATE_TIME_ORIGINAL = 0x9003;
  private static final int OFFSET_TIME_ORIGINAL = 0x9011;
  private static final int X_RESOLUTION = 0x011a;
  private static final int Y_RESOLUTION = 0x011b;
  private static final int RESOLUTION_UNIT = 0x0128;
  private static final int INCH = 2;
  private static final int CENTIMETRE = 3;
  private static final double CENTIMETRES_AN_INCH = 2.54;

  /** Reads a TIFF structure; damaged data is like none. */
  public static Exif read(ByteBuffer tiff) {
    try {
      return of(TiffDirectory.first(tiff));
    } catch (RuntimeException damaged) {
      return NONE;
    }
  }

  /** Reads an already parsed main directory. */
  public static Exif of(TiffDirectory main) {
    long orientation = main.number(ORIENTATION, 1);
    return new Exif(
        orientation >= 1 && orientation <= 8 ? (int) orientation : 1,
        dated(main)
            .orElse(
                new BasicMetadata(
                    Words.clean(main.text(COPYRIGHT)),
                    Words.clean(main.text(ARTIST)),
                    null,
                    null,
                    density(main))));
  }

  /** The same with what it lacks taken from {@code other}. */
  Exif orElse(BasicMetadata other) {
    return new Exif(orientation, metadata.orElse(other));
  }

  /** The same with what the file itself says of its density, where it does. */
  public Exif with(@Nullable Density density) {
    return density == null ? this : new Exif(orientation, metadata.with(density));
  }

  private static @Nullable Density density(TiffDirectory main) {
    long unit = main.number(RESOLUTION_UNIT, INCH);
    double perInch = unit == CENTIMETRE ? CENTIMETRES_AN_INCH : unit == INCH ? 1 : 0;
    return Densities.of(
        main.fraction(X_RESOLUTION) * perInch, main.fraction(Y_RESOLUTION) * perInch);
  }

  /** When the picture was taken, and nothing else. */
  private static BasicMetadata dated(TiffDirectory main) {
    try {
      TiffDirectory details = main.child(EXIF_DIRECTORY);
      CaptureTime taken =
          details == null ? null : CaptureTime.of(Words.clean(details.text(DATE_TIME_ORIGINAL)));
      if (details == null || taken == null) {
        return BasicMetadata.NONE;
      }
      String offset = CaptureTime.offset(Words.clean(details.text(OFFSET_TIME_ORIGINAL)));
      return new BasicMetadata(null, null, taken.dateTime(), offset, null);
    } catch (RuntimeException damaged) {
      return BasicMetadata.NONE;
    }
  }
}
