package dev.aiupscale.api.image.decode;

import dev.aiupscale.api.image.decode.Picture.Model;
import dev.aiupscale.api.image.header.ImageHeader;
import dev.aiupscale.api.image.header.JpegFrame;
import dev.aiupscale.api.image.header.JpegLayout;
import dev.aiupscale.api.image.header.UploadBytes;
import dev.aiupscale.api.image.write.StrippedJpeg;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageReadParam;

/** Decodes JPEG with the JDK's libjpeg, which is only given the coded picture itself. */
final class JpegDecoder implements Decoder {
  @Override
  public Picture decode(UploadBytes file, ImageHeader header, Deadline deadline)
      throws IOException {
    JpegLayout layout = JpegLayout.scan(file);
    JpegFrame frame = JpegFrame.of(file, layout);
    Path coded = Files.createTempFile("coded", ".jpg");
    try {
      StrippedJpeg.write(file, layout, frame, coded);
      try (JpegSource source = new JpegSource(coded, frame)) {
        return frame.components() == 4
            ? readInks(source, frame, deadline)
            : readColours(source, frame, deadline);
      }
    } finally {
      Files.deleteIfExists(coded);
    }
  }

  private static Picture readColours(JpegSource source, JpegFrame frame, Deadline deadline)
      throws IOException {
    Model model = frame.components() == 1 ? Model.GREY : Model.RGB;
    Picture picture = new Picture(frame.width(), frame.height(), model);
    ImageReadParam param = source.reader().getDefaultReadParam();
    param.setDestination(PictureImage.of(picture));
    deadline.watch(source.reader(), () -> source.reader().read(0, param));
    source.requireUndamaged();
    return picture;
  }

  private static Picture readInks(JpegSource source, JpegFrame frame, Deadline deadline)
      throws IOException {
    var raster = deadline.watch(source.reader(), () -> source.reader().readRaster(0, null));
    source.requireUndamaged();
    byte[] samples = ((DataBufferByte) raster.getDataBuffer()).getData();
    AdobeInks.normalise(samples, frame.adobeTransform());
    return new Picture(frame.width(), frame.height(), Model.CMYK, samples);
  }
}
