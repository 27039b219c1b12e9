package dev.aiupscale.api.picture;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The header that names a download (RFC 6266), with the name in UTF-8 (RFC 8187) and in ASCII. */
final class ContentDisposition {
  private ContentDisposition() {}

  /**
   * The upload's name with how it was enlarged and the result's extension.
   *
   * @param enlargement such as {@code 2x}
   */
  static String inline(String uploadName, String enlargement, String extension) {
    int dot = uploadName.lastIndexOf('.');
    String stem = dot > 0 ? uploadName.substring(0, dot) : uploadName;
    return inline(stem + "-" + enlargement + "." + extension);
  }

  static String inline(String name) {
    String ascii = name.replaceAll("[^A-Za-z0-9 ._()-]", "_");
    String utf8 =
        URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A");
    return "inline; filename=\"" + ascii + "\"; filename*=UTF-8''" + utf8;
  }
}
