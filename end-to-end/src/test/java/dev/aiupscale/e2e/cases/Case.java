package dev.aiupscale.e2e.cases;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aiupscale.common.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** One acceptance case: what is sent, and what has to come back. */
record Case(String id, JsonNode told) {
  private static final Path FOLDER =
      Path.of(System.getProperty("models.dir"), "../../api-service/src/test/resources/cases");
  private static final List<String> SLIM_2X_AGAIN =
      List.of("model", "esrgan-slim", "scale", "2", "ignoreCache", "true");

  static Stream<Case> all(String manifest) {
    return StreamSupport.stream(json(manifest).spliterator(), false)
        .map(told -> new Case(told.get("id").asText(), told));
  }

  JsonNode expected() {
    return told.get("expect");
  }

  /** The bytes of a case of one file. */
  byte[] file() {
    return bytes(told.get("file").asText());
  }

  /** How often the same is sent. */
  int times() {
    return told.path("times").asInt(1);
  }

  /** A case of one file is sent as a browser would; a request says itself what its form has. */
  MultipartForm form() {
    return told.has("file") ? formOfFile() : formOfRequest();
  }

  private MultipartForm formOfFile() {
    String file = told.get("file").asText();
    MultipartForm form = new MultipartForm();
    String type = told.at("/send/content_type").asText("application/octet-stream");
    form.file("image", told.at("/send/filename").asText(file), type, bytes(file));
    for (int i = 0; i < SLIM_2X_AGAIN.size(); i += 2) {
      form.text(SLIM_2X_AGAIN.get(i), SLIM_2X_AGAIN.get(i + 1));
    }
    return form;
  }

  private MultipartForm formOfRequest() {
    MultipartForm form = new MultipartForm();
    for (JsonNode part : told.get("form")) {
      String name = part.get("name").asText();
      byte[] content =
          part.has("file")
              ? bytes(part.get("file").asText())
              : MultipartForm.utf8(part.path("value").asText());
      if (part.has("filename")) {
        form.file(name, fileName(part), part.get("content_type").asText(), content);
      } else {
        form.text(name, part.path("value").asText());
      }
    }
    return form;
  }

  private static String fileName(JsonNode part) {
    String name =
        part.get("filename").asText().repeat(part.path("filename_repeat").asInt(1))
            + part.path("filename_suffix").asText();
    // Browsers write a quotation mark so; what must not be escaped is sent as it stands.
    return part.path("escape").asBoolean(true) ? name.replace("\"", "%22") : name;
  }

  private static byte[] bytes(String file) {
    try {
      return Files.readAllBytes(FOLDER.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode json(String file) {
    try {
      return Json.read(bytes(file), JsonNode.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return id;
  }
}
