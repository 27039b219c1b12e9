package dev.aiupscale.api.image.decode;

import dev.aiupscale.api.image.header.ImageHeader;
import dev.aiupscale.api.image.header.Refusal;
import dev.aiupscale.api.image.header.UploadBytes;
import java.io.IOException;

/** Decodes a TIFF file's first page: the common codings here, fax with the JDK. */
final class TiffDecoder implements Decoder {
  private static final int FAX_RUNS = 2;
  private static final int FAX_3 = 3;
  private static final int FAX_4 = 4;

  @Override
  public Picture decode(UploadBytes file, ImageHeader header, Deadline deadline)
      throws IOException {
    TiffPage page = TiffPage.read(file, (int) header.width(), (int) header.height());
    boolean ycc = page.photometric() == TiffPage.YCBCR;
    boolean known = page.photometric() <= TiffPage.CMYK && page.photometric() != 4 || ycc;
    if (page.bits() > 16) {
      throw Refusal.unsupported(
          "The file is a TIFF with %d bits a sample; read are up to 16.".formatted(page.bits()));
    }
    if (!known || ycc && page.planar()) {
      throw Refusal.unsupported("The file is a TIFF with colours that few programs read.");
    }
    Picture picture = decode(file, page, header, deadline);
    if (page.hasUntoldAlpha()) {
      picture.note("a fourth channel that the TIFF does not explain taken for alpha");
      UnusedAlpha.ignore(picture);
    }
    if (page.surplus() > 0) {
      picture.note("channels beyond colour dropped: " + page.surplus());
    }
    return picture;
  }

  private static Picture decode(
      UploadBytes file, TiffPage page, ImageHeader header, Deadline deadline) throws IOException {
    return switch (page.compression()) {
      case TiffCoding.NONE,
          TiffCoding.LZW,
          TiffCoding.DEFLATE,
          TiffCoding.OLD_DEFLATE,
          TiffCoding.PACK_BITS ->
          page.photometric() == TiffPage.YCBCR
              ? new TiffYcc(file, page, header, deadline).decode()
              : new TiffBlocks(file, page, header, deadline).decode();
      case TiffCoding.JPEG ->
          page.isOneBlock((int) header.width(), (int) header.height())
              ? new TiffJpeg(file, page, deadline).whole()
              : new TiffBlocks(file, page, header, deadline).decode();
      case TiffCoding.OLD_JPEG -> TiffOldJpeg.decode(file, header, deadline);
      case FAX_RUNS, FAX_3, FAX_4 -> TiffFax.decode(file, deadline);
      default ->
          throw Refusal.unsupported(
              "The file is a TIFF with a compression that few programs read.");
    };
  }
}
