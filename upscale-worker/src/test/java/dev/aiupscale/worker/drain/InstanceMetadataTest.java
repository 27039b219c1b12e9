package dev.aiupscale.worker.drain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InstanceMetadataTest {
  private final FakeMetadata service;
  private final InstanceMetadata metadata;

  InstanceMetadataTest() throws IOException {
    service = new FakeMetadata();
    metadata = new InstanceMetadata(service.endpoint());
  }

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void anInstanceInServiceStays() throws IOException {
    service.say("autoscaling/target-lifecycle-state", "InService");

    assertThat(metadata.notice()).isEmpty();
  }

  @Test
  void aSpotInterruptionIsANotice() throws IOException {
    service.say("spot/instance-action", "{\"action\":\"terminate\",\"time\":\"2026-01-01\"}");

    assertThat(metadata.notice().orElseThrow()).contains("spot", "terminate");
  }

  @Test
  void anInstanceThatAutoScalingEndsIsToGo() throws IOException {
    service.say("autoscaling/target-lifecycle-state", "Terminated");

    assertThat(metadata.notice().orElseThrow()).contains("Auto Scaling");
  }

  @Test
  void adviceToRebalanceIsANotice() throws IOException {
    service.say("events/recommendations/rebalance", "{\"noticeTime\":\"2026-01-01\"}");

    assertThat(metadata.notice().orElseThrow()).contains("rebalance");
  }

  @Test
  void aServiceThatDoesNotAnswerIsNoNotice() {
    service.close();

    assertThatIOException().isThrownBy(metadata::notice);
  }
}
