package dev.aiupscale.e2e.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.aiupscale.common.json.Json;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The OpenAPI document as it is served, and what it says of an answer. */
final class ApiDocument {
  private static final String PROBLEM = "application/problem+json";

  /** What any path answers to a method or an Accept that it does not know. */
  private static final Set<Integer> EVERYWHERE = Set.of(405, 406);

  private final JsonNode document;
  private final SchemaRegistry registry =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
  private final Map<String, Schema> schemas = new HashMap<>();

  ApiDocument(JsonNode document) {
    this.document = document;
  }

  /** All answers that the document knows, each as {@code operation status}. */
  Set<String> answers() {
    Set<String> answers = new TreeSet<>();
    for (JsonNode path : document.get("paths")) {
      for (JsonNode operation : path) {
        if (operation.has("operationId")) {
          String id = operation.get("operationId").asText();
          operation.get("responses").fieldNames().forEachRemaining(s -> answers.add(id + " " + s));
        }
      }
    }
    return answers;
  }

  /**
   * Holds an answer against the document.
   *
   * @return the answer as in {@link #answers}; empty for one that is the same at every path
   */
  Optional<String> check(String method, String path, HttpResponse<byte[]> answer) {
    int status = answer.statusCode();
    String what = method + " " + path + " → " + status + " " + body(answer);
    JsonNode item = item(path);
    JsonNode operation = item.path(method.equals("HEAD") ? "get" : method.toLowerCase(Locale.ROOT));
    if (EVERYWHERE.contains(status) || operation.isMissingNode()) {
      require(status >= 400 && status < 500, what);
      requireSchema("Problem", answer, what);
      if (status == 405) {
        List<String> allowed =
            List.of(answer.headers().firstValue("Allow").orElse(method).split(", "));
        require(!allowed.contains(method), "allowed " + allowed + ": " + what);
      }
      return Optional.empty();
    }
    JsonNode response = resolve(operation.at("/responses/" + status));
    require(!response.isMissingNode(), "not documented: " + what);
    checkHeaders(response, answer, what);
    if (!method.equals("HEAD")) {
      checkContent(response, answer, what);
    }
    return Optional.of(operation.get("operationId").asText() + " " + status);
  }

  /** The example of a schema or response must fit it, too. */
  List<String> faultsOfExamples() {
    List<String> faults = new ArrayList<>();
    document
        .at("/components/examples")
        .properties()
        .forEach(
            example ->
                faults.addAll(
                    faults(
                        example.getKey().replaceFirst("^(Queued|Done)", ""),
                        example.getValue().get("value"))));
    document
        .at("/components/schemas/Problem/examples")
        .forEach(example -> faults.addAll(faults("Problem", example)));
    return faults;
  }

  private void checkHeaders(JsonNode response, HttpResponse<byte[]> answer, String what) {
    for (Map.Entry<String, JsonNode> header : response.path("headers").properties()) {
      boolean optional =
          header.getValue().has("required") && !header.getValue().get("required").asBoolean();
      boolean there = answer.headers().firstValue(header.getKey()).isPresent();
      require(optional || there, "without " + header.getKey() + ": " + what);
    }
  }

  private void checkContent(JsonNode response, HttpResponse<byte[]> answer, String what) {
    JsonNode content = response.path("content");
    if (content.isEmpty()) {
      require(answer.body().length == 0, "with a body: " + what);
      return;
    }
    String type =
        answer.headers().firstValue("Content-Type").orElse("").replaceFirst("\\s*;.*", "");
    require(content.has(type), "of type " + type + ": " + what);
    JsonNode schema = content.get(type).path("schema");
    if (type.endsWith("json")) {
      requireSchema(schema, answer, what);
    }
  }

  private void requireSchema(String name, HttpResponse<byte[]> answer, String what) {
    String type = answer.headers().firstValue("Content-Type").orElse("");
    require(type.startsWith(PROBLEM) || answer.body().length == 0, "of type " + type + ": " + what);
    if (answer.body().length > 0) {
      require(faults(name, json(answer)).isEmpty(), faults(name, json(answer)) + ": " + what);
    }
  }

  private void requireSchema(JsonNode schema, HttpResponse<byte[]> answer, String what) {
    List<Error> errors = compiled(schema).validate(json(answer));
    require(errors.isEmpty(), errors + ": " + what);
  }

  private List<String> faults(String schema, JsonNode value) {
    ObjectNode reference = JsonNodeFactory.instance.objectNode();
    reference.put("$ref", "#/components/schemas/" + schema);
    return compiled(reference).validate(value).stream().map(Error::toString).toList();
  }

  private Schema compiled(JsonNode schema) {
    return schemas.computeIfAbsent(
        schema.toString(),
        text -> {
          ObjectNode root = schema.deepCopy();
          root.set("components", document.get("components"));
          return registry.getSchema(root);
        });
  }

  private JsonNode item(String target) {
    String[] segments = target.replaceFirst("\\?.*", "").split("/", -1);
    for (Map.Entry<String, JsonNode> entry : document.get("paths").properties()) {
      String[] template = entry.getKey().split("/", -1);
      if (matches(template, segments)) {
        return entry.getValue();
      }
    }
    return JsonNodeFactory.instance.missingNode();
  }

  private static boolean matches(String[] template, String[] segments) {
    if (template.length != segments.length) {
      return false;
    }
    for (int i = 0; i < template.length; i++) {
      if (!template[i].equals(segments[i])
          && !(template[i].startsWith("{") && !segments[i].isEmpty())) {
        return false;
      }
    }
    return true;
  }

  private JsonNode resolve(JsonNode node) {
    return node.has("$ref") ? document.at(node.get("$ref").asText().substring(1)) : node;
  }

  private static JsonNode json(HttpResponse<byte[]> answer) {
    try {
      return Json.read(answer.body(), JsonNode.class);
    } catch (IOException e) {
      throw new AssertionError("no JSON: " + body(answer), e);
    }
  }

  private static String body(HttpResponse<byte[]> answer) {
    String type = answer.headers().firstValue("Content-Type").orElse("");
    return type.contains("json")
        ? new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8)
        : type;
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new AssertionError(otherwise);
    }
  }
}
