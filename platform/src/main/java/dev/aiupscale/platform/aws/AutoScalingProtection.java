package dev.aiupscale.platform.aws;

import dev.aiupscale.platform.scaling.ScaleInProtection;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** Sets the instance protection of one machine in an Auto Scaling group of EC2. */
public final class AutoScalingProtection implements ScaleInProtection {
  private final AwsQuery autoScaling;
  private final String group;
  private final String instance;

  /**
   * @param endpoint of Auto Scaling where it is not the region's own
   * @param group name of the group that the instance is in
   */
  public AutoScalingProtection(
      Optional<URI> endpoint, AwsIdentity identity, String group, String instance) {
    this.autoScaling = new AwsQuery("autoscaling", "2011-01-01", endpoint, identity);
    this.group = group;
    this.instance = instance;
  }

  @Override
  public void set(boolean protect) throws IOException {
    autoScaling.call(
        "SetInstanceProtection",
        Map.of(
            "AutoScalingGroupName", group,
            "InstanceIds.member.1", instance,
            "ProtectedFromScaleIn", String.valueOf(protect)));
  }
}
