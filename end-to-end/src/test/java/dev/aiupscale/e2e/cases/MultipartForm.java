package dev.aiupscale.e2e.cases;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A form written byte by byte, so that odd names reach the server as they are. */
public final class MultipartForm {
  private static final String BOUNDARY = "----a-boundary-that-no-picture-has";
  private final ByteArrayOutputStream parts = new ByteArrayOutputStream();

  public void text(String name, String value) {
    part("name=\"" + name + "\"\r\n", utf8(value));
  }

  public void file(String name, String fileName, String type, byte[] content) {
    part(
        "name=\"%s\"; filename=\"%s\"\r\nContent-Type: %s\r\n".formatted(name, fileName, type),
        content);
  }

  public String contentType() {
    return "multipart/form-data; boundary=" + BOUNDARY;
  }

  public byte[] body() {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes(parts.toByteArray());
    body.writeBytes(utf8("--" + BOUNDARY + "--\r\n"));
    return body.toByteArray();
  }

  /** As if the connection had been cut within the last boundary. */
  byte[] bodyWithoutItsEnd() {
    byte[] body = body();
    return Arrays.copyOf(body, body.length - BOUNDARY.length() - 8);
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private void part(String disposition, byte[] content) {
    parts.writeBytes(
        utf8("--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + disposition + "\r\n"));
    parts.writeBytes(content);
    parts.writeBytes(utf8("\r\n"));
  }
}
