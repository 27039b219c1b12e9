package dev.aiupscale.e2e;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the parts tell AWS for the scaling of workers, and that nothing is told unasked. */
class ScalingIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final RunningSystem system = RunningSystem.shared();
  private final UpscaleClient client = system.client();

  @Test
  void theApiTellsThePredictedWork() {
    try (AwsCallsSeen cloudWatch = new AwsCallsSeen()) {
      system.withSecondApi(
          Map.of(
              "API_METRICS_NAMESPACE", "AIUpscale", "API_METRICS_ENDPOINT", cloudWatch.endpoint()),
          api ->
              Eventually.is(
                  PATIENCE,
                  () ->
                      cloudWatch.saw("Action=PutMetricData", "Namespace=AIUpscale")
                          && tells(cloudWatch, "PredictedWorkSeconds")));
    }
  }

  @Test
  void aLongJobKeepsItsMachineUntilItIsDone() {
    try (MachineNotice machine = new MachineNotice();
        AwsCallsSeen autoScaling = new AwsCallsSeen()) {
      system.stopWorker();
      system.startWorker(
          Map.of(
              "WORKER_DRAIN_METADATA_ENDPOINT",
              machine.endpoint(),
              "WORKER_PROTECTION_GROUP",
              "a-group",
              "WORKER_PROTECTION_ENDPOINT",
              autoScaling.endpoint(),
              "WORKER_PROTECTION_AFTER",
              "PT0S",
              "WORKER_PROTECTION_LOOK_EVERY",
              "PT0.2S"));
      Eventually.is(PATIENCE, () -> autoScaling.saw(set(machine, false)));

      String id = submitLongJob();

      Eventually.is(PATIENCE, () -> autoScaling.saw(set(machine, true)));
      client.delete("/api/v1/jobs/" + id);
    }
    system.stopWorker();
    system.startWorker();
  }

  private static boolean tells(AwsCallsSeen cloudWatch, String metric) {
    for (int place = 1; place <= 5; place++) {
      if (cloudWatch.saw("MetricData.member." + place + ".MetricName=" + metric)) {
        return true;
      }
    }
    return false;
  }

  private static String[] set(MachineNotice machine, boolean protect) {
    return new String[] {
      "Action=SetInstanceProtection",
      "AutoScalingGroupName=a-group",
      "InstanceIds.member.1=" + machine.instanceId(),
      "ProtectedFromScaleIn=" + protect
    };
  }

  /** What another test has erased may count as waiting until the worker has met its messages. */
  private String submitLongJob() {
    byte[] picture = TestImages.busy(900, 900, 77, "jpg");
    Map<String, String> options = Map.of("model", "esrgan-medium", "scale", "2");
    Eventually.is(PATIENCE, () -> client.submit(picture, "p.jpg", options).status() != 503);
    return client.submit(picture, "p.jpg", options).id();
  }
}
