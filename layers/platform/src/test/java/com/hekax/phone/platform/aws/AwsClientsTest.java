package com.hekax.phone.platform.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hekax.phone.platform.Env;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResponse;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AwsClientsTest {
  private static final String PUT_EVENTS = "AWSEvents.PutEvents";

  private AwsFake aws;

  @BeforeEach
  void start() throws IOException {
    aws = new AwsFake();
  }

  @AfterEach
  void stop() {
    aws.close();
  }

  @Nested
  class Given_an_endpoint_for_all_of_AWS {
    @Test
    void when_services_are_asked_then_all_requests_arrive_there_signed_for_the_region() {
      var clients = new AwsClients(aws.env(Map.of()));

      putEvent(clients);
      clients.secrets().getSecretValue(request -> request.secretId("local/jwt"));
      clients.keys().generateDataKey(request -> request.keyId("key"));
      clients.functions().listFunctions();

      assertThat(aws.requests())
          .extracting(AwsFake.Request::operation)
          .containsExactly(
              PUT_EVENTS, "secretsmanager.GetSecretValue", "TrentService.GenerateDataKey", "");
      assertThat(aws.requests())
          .allSatisfy(
              request ->
                  assertThat(request.authorization())
                      .startsWith("AWS4-HMAC-SHA256 Credential=local/")
                      .contains("/eu-central-1/"));
    }

    @Test
    void when_a_service_has_an_endpoint_of_its_own_then_that_one_wins() throws IOException {
      try (var other = new AwsFake()) {
        var env = aws.env(Map.of("AWS_ENDPOINT_URL_KMS", other.address().toString()));
        var clients = new AwsClients(env);

        clients.keys().generateDataKey(request -> request.keyId("key"));
        putEvent(clients);

        assertThat(other.count("TrentService.GenerateDataKey")).isOne();
        assertThat(aws.requests())
            .extracting(AwsFake.Request::operation)
            .containsExactly(PUT_EVENTS);
      }
    }

    @Test
    void when_a_message_is_sent_to_a_connection_then_the_stage_stays_in_the_path() {
      var connections =
          new AwsClients(aws.env(Map.of()))
              .connections(URI.create("https://abc.execute-api.eu-central-1.amazonaws.com/live"));

      connections.postToConnection(
          request -> request.connectionId("c1").data(SdkBytes.fromUtf8String("{}")));

      assertThat(aws.requests())
          .singleElement()
          .extracting(AwsFake.Request::method, AwsFake.Request::path)
          .containsExactly("POST", "/live/@connections/c1");
    }

    @Test
    void when_the_same_client_is_asked_for_twice_then_it_is_made_once() {
      var clients = new AwsClients(aws.env(Map.of()));

      assertThat(clients.keys()).isSameAs(clients.keys());
    }
  }

  @Nested
  class Given_a_service_in_trouble {
    @Test
    void when_it_fails_once_then_the_request_is_repeated() {
      var calls = new AtomicInteger();
      aws.on(
          PUT_EVENTS,
          _ ->
              calls.incrementAndGet() == 1
                  ? AwsFake.error(500, "InternalException")
                  : AwsFake.ok(Map.of("FailedEntryCount", 0)));

      var answer = putEvent(new AwsClients(aws.env(Map.of())));

      assertThat(answer.failedEntryCount()).isZero();
      assertThat(aws.count(PUT_EVENTS)).isEqualTo(2);
    }

    @Test
    void when_nothing_listens_then_the_caller_is_told_after_three_attempts() {
      var unreachable = aws.env(Map.of("AWS_ENDPOINT_URL", "http://localhost:1"));
      var clients = new AwsClients(unreachable);

      assertThatThrownBy(() -> putEvent(clients))
          .isInstanceOf(SdkClientException.class)
          .hasMessageContaining("SDK Attempt Count: 3");
    }
  }

  @Nested
  class Given_settings_for_credentials {
    @Test
    void when_keys_are_set_without_a_session_token_then_they_are_used() {
      assertThat(AwsAccess.of(aws.env(Map.of())).credentials().resolveCredentials())
          .isInstanceOfSatisfying(
              AwsBasicCredentials.class, keys -> assertThat(keys.accessKeyId()).isEqualTo("local"));
    }

    @Test
    void when_the_keys_are_those_of_a_Lambda_environment_then_the_default_chain_renews_them() {
      var lambda = aws.env(Map.of("AWS_SESSION_TOKEN", "short-lived"));

      assertThat(AwsAccess.of(lambda).credentials()).isInstanceOf(DefaultCredentialsProvider.class);
    }

    @Test
    void when_there_are_no_keys_then_the_default_chain_finds_the_role() {
      var env = Env.of(Map.of("AWS_REGION", "eu-central-1"));

      assertThat(AwsAccess.of(env).credentials()).isInstanceOf(DefaultCredentialsProvider.class);
    }

    @Test
    void when_the_region_is_missing_then_the_setting_is_named() {
      assertThatThrownBy(() -> new AwsClients(Env.of(Map.of())))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("AWS_REGION");
    }
  }

  private static PutEventsResponse putEvent(AwsClients clients) {
    var entry = PutEventsRequestEntry.builder().source("hekax.leads").build();
    return clients.events().putEvents(request -> request.entries(entry));
  }
}
