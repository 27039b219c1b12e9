package dev.aiupscale.localstack;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The clients that the product uses, pointed at a local stack. */
record Clients(LocalStackConfig config, URI s3Endpoint, URI sqsEndpoint, URI redisEndpoint) {
  static Clients of(LocalStack stack) {
    return new Clients(
        stack.config(), stack.s3Endpoint(), stack.sqsEndpoint(), stack.redisEndpoint());
  }

  /** A client of an S3 endpoint that runs without the rest of a stack. */
  static S3Client s3(EmbeddedS3 server, LocalStackConfig config) {
    URI endpoint = server.endpoint();
    return new Clients(config, endpoint, endpoint, endpoint).s3();
  }

  S3Client s3() {
    return S3Client.builder()
        .endpointOverride(s3Endpoint)
        .region(Region.US_EAST_1)
        .credentialsProvider(credentials())
        .httpClient(UrlConnectionHttpClient.create())
        .forcePathStyle(true)
        .overrideConfiguration(o -> o.addExecutionInterceptor(new WithoutExpectContinue()))
        .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
        .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
        .build();
  }

  SqsClient sqs() {
    return SqsClient.builder()
        .endpointOverride(sqsEndpoint)
        .region(Region.US_EAST_1)
        .credentialsProvider(credentials())
        .httpClient(UrlConnectionHttpClient.create())
        .build();
  }

  String queueUrl(SqsClient sqs, String queue) {
    return sqs.getQueueUrl(q -> q.queueName(queue)).queueUrl();
  }

  /** Returns the ETag. */
  static String put(S3Client s3, String bucket, String key, String text) {
    return s3.putObject(p -> p.bucket(bucket).key(key), RequestBody.fromString(text)).eTag();
  }

  static String get(S3Client s3, String bucket, String key) {
    return s3.getObjectAsBytes(g -> g.bucket(bucket).key(key)).asUtf8String();
  }

  /** Sends one inline command and returns the last line of its simple or bulk reply. */
  String redis(String command) {
    try (Socket socket = new Socket(redisEndpoint.getHost(), redisEndpoint.getPort());
        var replies =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.UTF_8));
      String reply = String.valueOf(replies.readLine());
      return reply.startsWith("$") ? String.valueOf(replies.readLine()) : reply;
    } catch (IOException e) {
      throw new AssertionError(command, e);
    }
  }

  private StaticCredentialsProvider credentials() {
    return StaticCredentialsProvider.create(
        AwsBasicCredentials.create(config.accessKey(), config.secretKey()));
  }
}
