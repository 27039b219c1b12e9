package dev.aiupscale.platform.aws;

import dev.aiupscale.platform.scaling.LoadMetrics;
import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Puts figures into CloudWatch, to the second, under the queue that they are of. */
public final class CloudWatchMetrics implements LoadMetrics {
  private final AwsQuery cloudWatch;
  private final String namespace;
  private final String queue;

  /**
   * @param endpoint of CloudWatch where it is not the region's own
   * @param queue value of the metrics' one dimension, {@code QueueName}
   */
  public CloudWatchMetrics(
      Optional<URI> endpoint, AwsIdentity identity, String namespace, String queue) {
    this.cloudWatch = new AwsQuery("monitoring", "2010-08-01", endpoint, identity);
    this.namespace = namespace;
    this.queue = queue;
  }

  @Override
  public void tell(Map<String, Double> figures) throws IOException {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("Namespace", namespace);
    int number = 1;
    for (Map.Entry<String, Double> figure : figures.entrySet()) {
      String datum = "MetricData.member." + number++ + ".";
      parameters.put(datum + "MetricName", figure.getKey());
      parameters.put(datum + "Value", String.valueOf(figure.getValue()));
      parameters.put(datum + "StorageResolution", "1");
      parameters.put(datum + "Dimensions.member.1.Name", "QueueName");
      parameters.put(datum + "Dimensions.member.1.Value", queue);
    }
    cloudWatch.call("PutMetricData", parameters);
  }
}
