package dev.aiupscale.platform;

import dev.aiupscale.localstack.LocalStack;
import dev.aiupscale.localstack.LocalStackConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.sqs.SqsClient;

/** An embedded S3 and SQS for the adapters' tests. */
public final class TestPlatform implements AutoCloseable {
  private final LocalStack stack = LocalStack.start(LocalStackConfig.transientOnFreePorts());

  public PlatformConfig config() {
    return new SmallRyeConfigBuilder()
        .withMapping(PlatformConfig.class)
        .withDefaultValue("upscale.bucket", stack.config().bucket())
        .build()
        .getConfigMapping(PlatformConfig.class);
  }

  public S3ClientBuilder s3() {
    return with(S3Client.builder().endpointOverride(stack.s3Endpoint()));
  }

  public SqsClient sqs() {
    return with(SqsClient.builder().endpointOverride(stack.sqsEndpoint())).build();
  }

  private <B extends AwsClientBuilder<B, ?>> B with(B builder) {
    return builder.region(Region.US_EAST_1).credentialsProvider(credentials());
  }

  public URI s3Endpoint() {
    return stack.s3Endpoint();
  }

  public AwsCredentialsProvider credentials() {
    return StaticCredentialsProvider.create(
        AwsBasicCredentials.create(stack.config().accessKey(), stack.config().secretKey()));
  }

  @Override
  public void close() {
    stack.close();
  }
}
