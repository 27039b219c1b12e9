package dev.aiupscale.platform.aws;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.regions.providers.AwsRegionProvider;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;

/**
 * Who this process is in AWS, and where: by the SDK's usual order, looked for when it is needed.
 */
@ApplicationScoped
public class AwsIdentity {
  private final AwsRegionProvider regions;
  private final AwsCredentialsProvider credentials;

  @Inject
  public AwsIdentity() {
    this(new DefaultAwsRegionProviderChain(), DefaultCredentialsProvider.builder().build());
  }

  AwsIdentity(AwsRegionProvider regions, AwsCredentialsProvider credentials) {
    this.regions = regions;
    this.credentials = credentials;
  }

  String region() {
    return regions.getRegion().id();
  }

  AwsCredentialsProvider provider() {
    return credentials;
  }

  AwsCredentialsIdentity credentials() {
    return credentials.resolveCredentials();
  }
}
