package dev.aiupscale.api.image.header;

import dev.aiupscale.api.image.header.ImageHeader.ColourFacts;
import java.util.Arrays;
import java.util.Set;

/** Reads the first page's directory of a TIFF file. */
public final class TiffHeaderReader {
  private static final int WIDTH = 0x0100;
  private static final int HEIGHT = 0x0101;
  private static final int BITS_PER_SAMPLE = 0x0102;
  private static final int COMPRESSION = 0x0103;

  /** JPEG of the withdrawn and of the present kind. */
  private static final Set<Long> LOSSY = Set.of(6L, 7L);

  /**
   * Description, maker, model, program, date, artist, machine, XMP, copyright, IPTC, Photoshop's,
   * EXIF and GPS.
   */
  private static final int[] PRIVATE = {
    0x010e, 0x010f, 0x0110, 0x0131, 0x0132, 0x013b, 0x013c, 0x02bc, 0x8298, 0x83bb, 0x8649, 0x8769,
    0x8825
  };

  private static final int XMP = 0x02bc;
  private static final int IPTC = 0x83bb;
  private static final int PHOTOSHOP = 0x8649;
  private static final int ICC_PROFILE = 0x8773;
  private static final int FIRST_PRIVATE_TAG = 0x8000;

  private TiffHeaderReader() {}

  public static ImageHeader read(UploadBytes file) {
    TiffDirectory page = TiffDirectory.first(file.slice(0, file.size()));
    if (page.outside().stream().anyMatch(TiffHeaderReader::saysHowToRead)) {
      throw Refusal.corrupt("The TIFF file ends before all that it says of its picture.");
    }
    return new ImageHeader(
        ImageFormat.TIFF,
        page.number(WIDTH, 0),
        page.number(HEIGHT, 0),
        page.pages(),
        (int) page.number(BITS_PER_SAMPLE, 1),
        !LOSSY.contains(page.number(COMPRESSION, 1)),
        ColourFacts.icc(page.bytes(ICC_PROFILE, ColourFacts.MAX_ICC_BYTES + 1)),
        Exif.of(page)
            .orElse(Xmp.read(page.bytes(XMP, Xmp.MOST_BYTES + 1)))
            .orElse(Iptc.read(page.bytes(IPTC, Iptc.MOST_BYTES)))
            .orElse(Iptc.readPhotoshop(page.bytes(PHOTOSHOP, Iptc.MOST_BYTES))),
        Arrays.stream(PRIVATE).anyMatch(page::has));
  }

  /**
   * Writers put such values last: a file that lost its end would else be read as another picture.
   */
  private static boolean saysHowToRead(int tag) {
    return tag < FIRST_PRIVATE_TAG || tag == ICC_PROFILE;
  }
}
