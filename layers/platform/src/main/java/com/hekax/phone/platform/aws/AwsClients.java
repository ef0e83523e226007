package com.hekax.phone.platform.aws;

import com.hekax.phone.platform.Env;
import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.apigatewaymanagementapi.ApiGatewayManagementApiClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/**
 * The AWS services that functions call. A client is made when it is first asked for, since a
 * function needs one or two of them. Nothing is connected before the first request.
 *
 * <p>Every request has up to three attempts, each with one second to connect and three to be
 * answered, so that the worst case ends before the function's own time-out of fifteen.
 */
public final class AwsClients {
  private static final Duration CONNECT_WITHIN = Duration.ofSeconds(1);
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(3);

  /** A function that is invoked may have to start first. */
  private static final Duration FUNCTION_ANSWER_WITHIN = Duration.ofSeconds(20);

  private final AwsAccess access;
  private final Lazy<EventBridgeClient> events;
  private final Lazy<SecretsManagerClient> secrets;
  private final Lazy<KmsClient> keys;
  private final Lazy<LambdaClient> functions;
  private final Lazy<S3Client> objects;

  /** Clients for the function whose settings these are; see {@link AwsAccess#of}. */
  public AwsClients(Env env) {
    access = AwsAccess.of(env);
    events = new Lazy<>(() -> build(EventBridgeClient.builder(), "EVENTBRIDGE", ANSWER_WITHIN));
    secrets =
        new Lazy<>(() -> build(SecretsManagerClient.builder(), "SECRETS_MANAGER", ANSWER_WITHIN));
    keys = new Lazy<>(() -> build(KmsClient.builder(), "KMS", ANSWER_WITHIN));
    functions = new Lazy<>(() -> build(LambdaClient.builder(), "LAMBDA", FUNCTION_ANSWER_WITHIN));
    objects =
        new Lazy<>(
            () ->
                build(
                    // A stand-in has one name for all buckets.
                    S3Client.builder().forcePathStyle(access.endpoint("S3").isPresent()),
                    "S3",
                    ANSWER_WITHIN));
  }

  public EventBridgeClient events() {
    return events.get();
  }

  public SecretsManagerClient secrets() {
    return secrets.get();
  }

  public KmsClient keys() {
    return keys.get();
  }

  public LambdaClient functions() {
    return functions.get();
  }

  public S3Client objects() {
    return objects.get();
  }

  /**
   * A new client for the open connections of a WebSocket API. Keep it: unlike the others it is not
   * kept here, because its address is the caller's setting.
   *
   * @param endpoint the management address including the stage, for example {@code
   *     https://abc.execute-api.eu-central-1.amazonaws.com/live}; where an endpoint override is set
   *     only its path counts
   */
  public ApiGatewayManagementApiClient connections(URI endpoint) {
    var address =
        access
            .endpoint("APIGATEWAYMANAGEMENTAPI")
            .map(override -> override.resolve(endpoint.getRawPath()))
            .orElse(endpoint);
    return prepare(ApiGatewayManagementApiClient.builder(), ANSWER_WITHIN)
        .endpointOverride(address)
        .build();
  }

  /** Tokens that log the function in to PostgreSQL. */
  public RdsToken rdsToken() {
    return new RdsToken(access);
  }

  private <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> C build(
      B builder, String service, Duration answerWithin) {
    access.endpoint(service).ifPresent(builder::endpointOverride);
    return prepare(builder, answerWithin).build();
  }

  private <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> B prepare(
      B builder, Duration answerWithin) {
    return builder
        .region(access.region())
        .credentialsProvider(access.credentials())
        .overrideConfiguration(override -> override.retryStrategy(RetryMode.STANDARD))
        .httpClientBuilder(
            UrlConnectionHttpClient.builder()
                .connectionTimeout(CONNECT_WITHIN)
                .socketTimeout(answerWithin)
                // A developer's proxy must not come between the code and this machine's stand-ins.
                .proxyConfiguration(
                    proxy ->
                        proxy.useSystemPropertyValues(false).useEnvironmentVariablesValues(false)));
  }
}
