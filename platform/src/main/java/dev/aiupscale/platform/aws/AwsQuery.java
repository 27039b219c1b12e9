package dev.aiupscale.platform.aws;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpFullRequest;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/**
 * Calls a service by AWS' Query protocol: for a single call that is not worth a client library of
 * megabytes.
 */
final class AwsQuery {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int MOST_REASON_BYTES = 500;

  private final String service;
  private final String version;
  private final URI endpoint;
  private final AwsIdentity identity;
  private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();
  private final SdkHttpClient http =
      UrlConnectionHttpClient.builder().connectionTimeout(PATIENCE).socketTimeout(PATIENCE).build();

  /**
   * @param service its name in signatures and, where no endpoint is given, in its address
   * @param version of the service's interface, a date
   */
  AwsQuery(String service, String version, Optional<URI> endpoint, AwsIdentity identity) {
    this.service = service;
    this.version = version;
    this.endpoint =
        endpoint.orElseGet(
            () -> URI.create("https://%s.%s.amazonaws.com/".formatted(service, identity.region())));
    this.identity = identity;
  }

  /**
   * @throws IOException when the service did not answer, or refused
   */
  void call(String action, Map<String, String> parameters) throws IOException {
    ContentStreamProvider body =
        ContentStreamProvider.fromUtf8String(
            form(Map.of("Action", action, "Version", version)) + "&" + form(parameters));
    try {
      HttpExecuteResponse answer = http.prepareRequest(signed(body)).call();
      if (!answer.httpResponse().isSuccessful()) {
        throw new IOException(
            "%s: status %d %s"
                .formatted(action, answer.httpResponse().statusCode(), reason(answer)));
      }
      answer.responseBody().ifPresent(AbortableInputStream::abort);
    } catch (SdkException e) {
      throw new IOException(action + ": " + e.getMessage(), e);
    }
  }

  private HttpExecuteRequest signed(ContentStreamProvider body) {
    SdkHttpFullRequest request =
        SdkHttpFullRequest.builder()
            .method(SdkHttpMethod.POST)
            .uri(endpoint)
            .putHeader("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")
            .build();
    AwsCredentialsIdentity credentials = identity.credentials();
    SignedRequest signed =
        signer.sign(
            r ->
                r.identity(credentials)
                    .request(request)
                    .payload(body)
                    .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, service)
                    .putProperty(AwsV4HttpSigner.REGION_NAME, identity.region()));
    return HttpExecuteRequest.builder()
        .request(signed.request())
        .contentStreamProvider(signed.payload().orElse(body))
        .build();
  }

  private static String reason(HttpExecuteResponse answer) throws IOException {
    if (answer.responseBody().isEmpty()) {
      return "";
    }
    try (AbortableInputStream body = answer.responseBody().get()) {
      return new String(body.readNBytes(MOST_REASON_BYTES), StandardCharsets.UTF_8);
    }
  }

  private static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
