package dev.aiupscale.api.image.header;

import dev.aiupscale.common.image.BasicMetadata;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads what may be kept out of an XMP packet. Only what is said of the picture itself counts, as
 * properties right below {@code rdf:Description}: histories and ingredients have the like of it for
 * other pictures.
 */
final class Xmp {
  /** Larger packets carry whole histories; they are not looked at. */
  static final int MOST_BYTES = 1 << 20;

  private static final String RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
  private static final QName ROOT = new QName(RDF, "RDF");
  private static final QName ITEM = new QName(RDF, "li");
  private static final String DC = "http://purl.org/dc/elements/1.1/";
  private static final QName RIGHTS = new QName(DC, "rights");
  private static final QName CREATOR = new QName(DC, "creator");
  private static final QName USAGE_TERMS =
      new QName("http://ns.adobe.com/xap/1.0/rights/", "UsageTerms");
  private static final QName TAKEN = new QName("http://ns.adobe.com/exif/1.0/", "DateTimeOriginal");
  private static final QName DATE_CREATED =
      new QName("http://ns.adobe.com/photoshop/1.0/", "DateCreated");
  private static final QName CREATE_DATE = new QName("http://ns.adobe.com/xap/1.0/", "CreateDate");
  private static final List<QName> DATES = List.of(TAKEN, DATE_CREATED, CREATE_DATE);
  private static final int DESCRIPTION_DEPTH = 1;
  private static final int PROPERTY_DEPTH = 2;
  private static final int MOST_VALUES = 100;
  private static final int MOST_TEXT = 10_000;

  private final Map<QName, List<String>> values = new HashMap<>();
  private final StringBuilder text = new StringBuilder();
  private @Nullable QName property;

  /** Below {@code rdf:RDF}, which is at 0. */
  private int depth = -1;

  private Xmp() {}

  /**
   * @param packet XML in UTF-8 or UTF-16; a damaged one is like none
   */
  static BasicMetadata read(byte @Nullable [] packet) {
    if (packet == null || packet.length > MOST_BYTES) {
      return BasicMetadata.NONE;
    }
    Xmp found = new Xmp();
    try {
      found.collect(reader(packet));
    } catch (XMLStreamException | RuntimeException damaged) {
      return BasicMetadata.NONE;
    }
    return found.metadata();
  }

  /** One that takes no entity from anywhere. */
  private static XMLStreamReader reader(byte[] packet) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return factory.createXMLStreamReader(new ByteArrayInputStream(packet));
  }

  /** Stops behind the root: writers fill the rest with blanks or zeros. */
  private void collect(XMLStreamReader in) throws XMLStreamException {
    boolean over = false;
    while (!over && in.hasNext()) {
      switch (in.next()) {
        case XMLStreamConstants.START_ELEMENT -> begin(in);
        case XMLStreamConstants.CHARACTERS -> add(in.getText());
        case XMLStreamConstants.END_ELEMENT -> over = end(in.getName());
        default -> {}
      }
    }
  }

  private void begin(XMLStreamReader in) {
    if (depth >= 0 || in.getName().equals(ROOT)) {
      depth++;
    }
    if (depth == DESCRIPTION_DEPTH) {
      for (int i = 0; i < in.getAttributeCount(); i++) {
        keep(in.getAttributeName(i), in.getAttributeValue(i));
      }
    } else if (depth == PROPERTY_DEPTH) {
      property = in.getName();
      text.setLength(0);
    }
  }

  private void add(String characters) {
    if (property != null && text.length() < MOST_TEXT) {
      text.append(characters);
    }
  }

  /** Whether that was the root's end. */
  private boolean end(QName name) {
    if (property != null && (name.equals(ITEM) || depth == PROPERTY_DEPTH)) {
      keep(property, text.toString());
      text.setLength(0);
    }
    if (depth == PROPERTY_DEPTH) {
      property = null;
    }
    boolean root = depth == 0;
    depth = Math.max(-1, depth - 1);
    return root;
  }

  private void keep(QName name, String value) {
    String clean = Words.clean(value);
    List<String> kept = values.computeIfAbsent(name, any -> new ArrayList<>());
    if (clean != null && kept.size() < MOST_VALUES) {
      kept.add(clean);
    }
  }

  /** The first of several languages is the default one. */
  private @Nullable String first(QName name) {
    return values.getOrDefault(name, List.of()).stream().findFirst().orElse(null);
  }

  private BasicMetadata metadata() {
    String rights = first(RIGHTS);
    CaptureTime taken = null;
    for (QName date : DATES) {
      taken = taken == null ? CaptureTime.of(first(date)) : taken;
    }
    return new BasicMetadata(
        rights == null ? first(USAGE_TERMS) : rights,
        Words.clean(String.join("; ", values.getOrDefault(CREATOR, List.of()))),
        taken == null ? null : taken.dateTime(),
        taken == null ? null : taken.offset(),
        null);
  }
}
