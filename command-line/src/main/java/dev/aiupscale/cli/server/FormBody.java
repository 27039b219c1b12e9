package dev.aiupscale.cli.server;

import java.io.FileNotFoundException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/** A form with one file, read from disk while it is sent. */
final class FormBody {
  private final String boundary;

  /**
   * @param boundary letters and digits that occur in no file
   */
  FormBody(String boundary) {
    this.boundary = boundary;
  }

  String contentType() {
    return "multipart/form-data; boundary=" + boundary;
  }

  /** The text fields first, then the file in the field {@code image}. */
  BodyPublisher of(Path file, Map<String, String> fields) throws FileNotFoundException {
    StringBuilder head = new StringBuilder();
    fields.forEach(
        (name, value) ->
            head.append(part("name=\"" + escaped(name) + "\"")).append(value).append("\r\n"));
    head.append(part("name=\"image\"; filename=\"" + escaped(fileName(file)) + "\""));
    return BodyPublishers.concat(
        text(head.toString()), BodyPublishers.ofFile(file), text("\r\n--" + boundary + "--\r\n"));
  }

  private String part(String disposition) {
    return "--" + boundary + "\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n";
  }

  /** As the HTML standard escapes names in multipart/form-data. */
  private static String escaped(String name) {
    return name.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String fileName(Path file) {
    return file.getFileName() == null ? "picture" : file.getFileName().toString();
  }

  private static BodyPublisher text(String text) {
    return BodyPublishers.ofString(text, StandardCharsets.UTF_8);
  }
}
