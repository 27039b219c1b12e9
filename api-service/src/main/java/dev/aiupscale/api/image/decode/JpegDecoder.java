package dev.aiupscale.api.image.decode;

import dev.aiupscale.api.image.header.ImageHeader;
import dev.aiupscale.api.image.header.JpegFrame;
import dev.aiupscale.api.image.header.JpegLayout;
import dev.aiupscale.api.image.header.UploadBytes;
import dev.aiupscale.api.image.write.StrippedJpeg;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Decodes JPEG with the JDK's libjpeg, which is only given the coded picture itself. */
final class JpegDecoder implements Decoder {
  private static final int INKS = 4;

  @Override
  public Picture decode(UploadBytes file, ImageHeader header, Deadline deadline)
      throws IOException {
    JpegLayout layout = JpegLayout.scan(file);
    JpegFrame frame = JpegFrame.of(file, layout);
    Path coded = Files.createTempFile("coded", ".jpg");
    try {
      StrippedJpeg.write(file, layout, frame, coded);
      try (JpegSource source = new JpegSource(UploadBytes.map(coded), frame, deadline)) {
        Picture picture = source.read();
        if (frame.components() == INKS) {
          AdobeInks.normalise(picture.samples(), frame.adobeTransform());
        }
        return picture;
      }
    } finally {
      Files.deleteIfExists(coded);
    }
  }
}
