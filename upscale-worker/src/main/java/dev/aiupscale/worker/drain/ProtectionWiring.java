package dev.aiupscale.worker.drain;

import dev.aiupscale.platform.aws.AutoScalingProtection;
import dev.aiupscale.platform.aws.AwsIdentity;
import dev.aiupscale.platform.scaling.ScaleInProtection;
import dev.aiupscale.worker.WorkerConfig;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Optional;

/** Makes the protection of this machine, where it is in an Auto Scaling group. */
class ProtectionWiring {
  @Produces
  @Singleton
  Optional<ScaleInProtection> protection(WorkerConfig config, AwsIdentity identity) {
    Optional<URI> metadata = config.drain().metadataEndpoint();
    Optional<String> group = config.protection().group();
    if (group.isEmpty()) {
      return Optional.empty();
    }
    InstanceMetadata instance =
        new InstanceMetadata(
            metadata.orElseThrow(
                () ->
                    new IllegalStateException(
                        "worker.protection.group needs worker.drain.metadata-endpoint")));
    // Asked for at each call, since the service may not answer at the start.
    return Optional.of(
        protect ->
            new AutoScalingProtection(
                    config.protection().endpoint(), identity, group.get(), instance.instanceId())
                .set(protect));
  }
}
