package dev.aiupscale.worker.encode;

import dev.aiupscale.common.image.BasicMetadata;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.plugins.jpeg.JPEGImageWriteParam;
import javax.imageio.stream.ImageOutputStream;

/** Writes baseline JPEG by the JDK's own writer, which pulls the rows one at a time. */
public final class JpegEncoder implements ImageEncoder {
  /** From here on colour is kept at full resolution. */
  private static final int FULL_CHROMA_QUALITY = 90;

  private final int quality;
  private final boolean optimised;
  private final BasicMetadata metadata;

  /**
   * @param quality 1 to 100; from 90 on 4:4:4, below 4:2:0
   * @param optimised whether Huffman tables are made for the picture, which needs memory for all of
   *     its coefficients: 6 bytes a pixel at 4:4:4
   */
  public JpegEncoder(int quality, boolean optimised, BasicMetadata metadata) {
    this.quality = quality;
    this.optimised = optimised;
    this.metadata = metadata;
  }

  @Override
  public void encode(RowSource rows, OutputStream out) throws IOException {
    ImageWriter writer = jdkWriter();
    RowsImage image = new RowsImage(rows);
    JPEGImageWriteParam param = (JPEGImageWriteParam) writer.getDefaultWriteParam();
    param.setCompressionMode(JPEGImageWriteParam.MODE_EXPLICIT);
    param.setCompressionQuality(quality / 100f);
    param.setOptimizeHuffmanTables(optimised);
    IIOMetadata header =
        writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(image), param);
    JpegHeader.complete(header, quality >= FULL_CHROMA_QUALITY, metadata);
    try (ImageOutputStream stream = new PassingImageOutputStream(out)) {
      writer.setOutput(stream);
      writer.write(null, new IIOImage(image, null, header), param);
    } finally {
      writer.dispose();
    }
  }

  /** Another plugin on the class path may ask for the whole picture at once. */
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
