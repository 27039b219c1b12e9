package dev.aiupscale.api.image.header;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiupscale.common.image.BasicMetadata;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class XmpTest {
  private static final String NAMES =
      " xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'"
          + " xmlns:dc='http://purl.org/dc/elements/1.1/'"
          + " xmlns:xmp='http://ns.adobe.com/xap/1.0/'"
          + " xmlns:xmpRights='http://ns.adobe.com/xap/1.0/rights/'"
          + " xmlns:xmpMM='http://ns.adobe.com/xap/1.0/mm/'"
          + " xmlns:exif='http://ns.adobe.com/exif/1.0/'";

  @Test
  void propertiesThatStandAsAttributesAreReadAndTheDayOfTheShotComesFirst() {
    BasicMetadata read =
        read(
            "<rdf:Description xmp:CreateDate='2025-01-01T00:00:00Z'"
                + " exif:DateTimeOriginal='2024-05-06T07:08:09.123+02:00'/>");

    assertThat(read.capturedAt()).isEqualTo("2024:05:06 07:08:09");
    assertThat(read.captureOffset()).isEqualTo("+02:00");
  }

  @Test
  void theFirstLanguageCountsAndUsageTermsStandInForMissingRights() {
    assertThat(
            read(property("dc:rights", alternatives("(c) Ada", "(c) Ada, tous droits")))
                .copyright())
        .isEqualTo("(c) Ada");
    assertThat(read(property("xmpRights:UsageTerms", alternatives("Ask Ada"))).copyright())
        .isEqualTo("Ask Ada");
  }

  @Test
  void whatIsSaidOfOtherPicturesInTheHistoryIsNotSaidOfThisOne() {
    String other =
        "<rdf:Description dc:rights='(c) Eve'><dc:creator>Eve</dc:creator></rdf:Description>";

    assertThat(
            read(
                property("xmpMM:Ingredients", "<rdf:Bag><rdf:li>" + other + "</rdf:li></rdf:Bag>")))
        .isEqualTo(BasicMetadata.NONE);
  }

  @Test
  void whatFollowsThePacketIsNotLookedAt() {
    byte[] padded =
        (packet("<rdf:Description dc:rights='Ada'/>") + "\0\0<").getBytes(StandardCharsets.UTF_8);

    assertThat(Xmp.read(padded).copyright()).isEqualTo("Ada");
  }

  @Test
  void anEntityIsNeitherFetchedNorUnfolded() {
    String doctype =
        "<!DOCTYPE x [<!ENTITY file SYSTEM 'file:///etc/hostname'><!ENTITY a 'aaaa'>]>";
    for (String entity : new String[] {"&file;", "&a;"}) {
      String evil =
          doctype
              + packet("<rdf:Description><dc:rights>" + entity + "</dc:rights></rdf:Description>");

      assertThat(Xmp.read(evil.getBytes(StandardCharsets.UTF_8))).isEqualTo(BasicMetadata.NONE);
    }
  }

  private static BasicMetadata read(String description) {
    return Xmp.read(packet(description).getBytes(StandardCharsets.UTF_8));
  }

  private static String packet(String description) {
    return "<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF"
        + NAMES
        + ">"
        + description
        + "</rdf:RDF></x:xmpmeta>";
  }

  private static String property(String name, String content) {
    return "<rdf:Description>\n <" + name + ">" + content + "</" + name + ">\n</rdf:Description>";
  }

  private static String alternatives(String... texts) {
    return "<rdf:Alt>\n<rdf:li>"
        + String.join("</rdf:li>\n<rdf:li>", texts)
        + "</rdf:li>\n</rdf:Alt>";
  }
}
