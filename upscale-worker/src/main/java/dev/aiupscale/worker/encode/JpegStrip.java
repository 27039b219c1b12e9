package dev.aiupscale.worker.encode;

import dev.aiupscale.common.image.BasicMetadata;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.SampleModel;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.plugins.jpeg.JPEGImageWriteParam;
import javax.imageio.stream.ImageOutputStream;

/** Writes strips of RGB rows as JPEG files of their own, by the JDK's writer. */
final class JpegStrip {
  private static final int[] RGB = {0, 1, 2};
  private static final ComponentColorModel COLOURS =
      new ComponentColorModel(
          ColorSpace.getInstance(ColorSpace.CS_sRGB),
          false,
          false,
          ComponentColorModel.OPAQUE,
          DataBuffer.TYPE_BYTE);

  private final int quality;
  private final IIOMetadata header;

  JpegStrip(int quality, boolean fullChroma, BasicMetadata metadata, JpegTables tables)
      throws IOException {
    this.quality = quality;
    ImageWriter writer = jdkWriter();
    try {
      SampleModel pixel = COLOURS.createCompatibleSampleModel(1, 1);
      this.header =
          writer.getDefaultImageMetadata(new ImageTypeSpecifier(COLOURS, pixel), param(writer));
      JpegHeader.complete(header, fullChroma, metadata, tables);
    } finally {
      writer.dispose();
    }
  }

  /** Several threads may do so at the same time. */
  byte[] encode(byte[] pixels, int width) throws IOException {
    int height = pixels.length / (3 * width);
    WritableRaster raster =
        Raster.createInterleavedRaster(
            new DataBufferByte(pixels, pixels.length), width, height, 3 * width, 3, RGB, null);
    BufferedImage image = new BufferedImage(COLOURS, raster, false, null);
    ByteArrayOutputStream file = new ByteArrayOutputStream(pixels.length / 4 + 1024);
    ImageWriter writer = jdkWriter();
    try (ImageOutputStream stream = new PassingImageOutputStream(file)) {
      writer.setOutput(stream);
      writer.write(null, new IIOImage(image, null, header), param(writer));
    } finally {
      writer.dispose();
    }
    return file.toByteArray();
  }

  private JPEGImageWriteParam param(ImageWriter writer) {
    JPEGImageWriteParam param = (JPEGImageWriteParam) writer.getDefaultWriteParam();
    param.setCompressionMode(JPEGImageWriteParam.MODE_EXPLICIT);
    param.setCompressionQuality(quality / 100f);
    return param;
  }

  /** Another plugin on the class path may know nothing of what is set here. */
  private static ImageWriter jdkWriter() {
    Iterator<ImageWriter> writers = ImageIO.getImageWritersByFormatName("jpeg");
    while (writers.hasNext()) {
      ImageWriter writer = writers.next();
      if (writer.getClass().getName().startsWith("com.sun.imageio.")) {
        return writer;
      }
    }
    throw new IllegalStateException("this Java runtime has no JPEG writer");
  }
}
