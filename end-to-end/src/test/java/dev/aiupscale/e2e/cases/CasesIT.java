package dev.aiupscale.e2e.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aiupscale.e2e.RunningSystem;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The acceptance cases, each file and each odd request on its whole way through the service. */
class CasesIT {
  private final RunningSystem system = RunningSystem.shared();
  private final CaseClient client = new CaseClient(system.baseUri());

  static Stream<Case> files() {
    return Case.all("cases.json");
  }

  static Stream<Case> requests() {
    return Case.all("requests.json");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void anUploadGivesTheResultOrTheErrorThatItsCaseExpects(Case sample) throws IOException {
    check(sample);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("requests")
  void aRequestGivesTheResultOrTheErrorThatItsCaseExpects(Case sample) throws IOException {
    check(sample);
  }

  private void check(Case sample) throws IOException {
    Expectation expected = new Expectation(sample.expected());
    List<byte[]> results = new ArrayList<>();
    for (int i = 0; i < sample.times(); i++) {
      HttpResponse<byte[]> answer = client.send(sample);
      expected.checkStatus(answer);
      if (expected.isRefusal()) {
        expected.checkProblem(answer);
      } else {
        results.add(checkedResult(expected, CaseClient.json(answer).get("id").asText()));
      }
    }
    assertThat(results).allMatch(result -> Arrays.equals(result, results.get(0)));
    String nobodys = "/api/v1/jobs/" + "0".repeat(64);
    assertThat(client.get(nobodys).statusCode()).as("the service is well").isEqualTo(404);
  }

  private byte[] checkedResult(Expectation expected, String id) throws IOException {
    JsonNode job = system.client().await(id, "DONE");
    HttpResponse<byte[]> result = client.get("/api/v1/jobs/" + id + "/result");
    assertThat(result.statusCode()).isEqualTo(200);
    expected.checkResult(result, job);
    return result.body();
  }
}
