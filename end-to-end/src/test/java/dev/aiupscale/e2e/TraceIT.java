package dev.aiupscale.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TraceIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String SUBMIT = "POST /api/v1/jobs";

  private final RunningSystem system = RunningSystem.shared();

  @Test
  void aTraceLeadsFromTheUploadThroughTheQueueToTheResult() {
    byte[] picture = TestImages.busy(31, 21, 58_001, "png");
    String id = system.client().submit(picture, "a.png", Map.of()).id();
    system.client().await(id, "DONE");

    Eventually.is(
        PATIENCE,
        () ->
            !tracesWith(
                    Set.of(
                        SUBMIT,
                        "normalise picture",
                        "store picture",
                        "work on job",
                        "read picture",
                        "upscale and store"))
                .isEmpty());

    assertThat(system.spans())
        .filteredOn(span -> span.name().equals("work on job"))
        .extracting(TraceCollector.Span::service)
        .containsOnly("upscale-worker");
  }

  /** The traces that have all of these steps. */
  private List<String> tracesWith(Set<String> names) {
    Map<String, Set<String>> byTrace =
        system.spans().stream()
            .collect(
                Collectors.groupingBy(
                    TraceCollector.Span::trace,
                    Collectors.mapping(TraceCollector.Span::name, Collectors.toSet())));
    return byTrace.entrySet().stream()
        .filter(trace -> trace.getValue().containsAll(names))
        .map(Map.Entry::getKey)
        .toList();
  }
}
