package dev.aiupscale.worker.encode;

import dev.aiupscale.common.image.BasicMetadata;
import dev.aiupscale.common.image.Density;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import javax.imageio.metadata.IIOInvalidTreeException;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Sets what the JDK's JPEG writer takes from its metadata tree alone. */
final class JpegHeader {
  private static final String FORMAT = "javax_imageio_jpeg_image_1.0";
  private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);

  /** Part 1 of 1. */
  private static final byte[] ICC = "ICC_PROFILE\0\1\1".getBytes(StandardCharsets.US_ASCII);

  private static final int APP1 = 0xE1;
  private static final int APP2 = 0xE2;
  private static final String PIXELS_PER_INCH = "1";

  private JpegHeader() {}

  static void complete(
      IIOMetadata header, boolean fullChroma, BasicMetadata metadata, JpegTables tables)
      throws IIOInvalidTreeException {
    Element root = (Element) header.getAsTree(FORMAT);
    // Chroma is stored in factors of the first component's sampling.
    String sampling = fullChroma ? "1" : "2";
    NodeList components = root.getElementsByTagName("componentSpec");
    for (int i = 0; i < components.getLength(); i++) {
      Element component = (Element) components.item(i);
      component.setAttribute("HsamplingFactor", i == 0 ? sampling : "1");
      component.setAttribute("VsamplingFactor", i == 0 ? sampling : "1");
    }
    NodeList huffman = root.getElementsByTagName("dhtable");
    for (int i = 0; i < huffman.getLength(); i++) {
      IIOMetadataNode table = (IIOMetadataNode) huffman.item(i);
      int kind = Integer.parseInt(table.getAttribute("class"));
      int id = Integer.parseInt(table.getAttribute("htableId"));
      table.setUserObject(tables.tables().get(2 * kind + id));
    }
    Density density = metadata.density();
    if (density != null) {
      Element jfif = (Element) root.getElementsByTagName("app0JFIF").item(0);
      jfif.setAttribute("resUnits", PIXELS_PER_INCH);
      jfif.setAttribute("Xdensity", whole(density.x()));
      jfif.setAttribute("Ydensity", whole(density.y()));
    }
    Element markers = (Element) root.getElementsByTagName("markerSequence").item(0);
    markers.insertBefore(marker(APP2, ICC, SrgbProfile.bytes()), markers.getFirstChild());
    markers.insertBefore(marker(APP1, EXIF, ExifBlock.of(metadata)), markers.getFirstChild());
    header.setFromTree(FORMAT, root);
  }

  private static String whole(double density) {
    return Long.toString(Math.max(1, Math.round(density)));
  }

  private static IIOMetadataNode marker(int tag, byte[] name, byte[] bytes) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    content.writeBytes(name);
    content.writeBytes(bytes);
    IIOMetadataNode marker = new IIOMetadataNode("unknown");
    marker.setAttribute("MarkerTag", Integer.toString(tag));
    marker.setUserObject(content.toByteArray());
    return marker;
  }
}
