package com.hekax.phone.runner.aws;

import static com.hekax.phone.runner.TestProduct.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.hekax.phone.runner.Runner;
import com.hekax.phone.runner.TestProduct;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.DataKeySpec;
import software.amazon.awssdk.services.kms.model.InvalidCiphertextException;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.ResourceExistsException;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The AWS APIs of the runner, asked by the AWS SDK as production code asks them. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // started before all tests
class AwsApisTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private TestProduct product;
  private Runner runner;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    product = TestProduct.in(folder);
    runner = product.runner().start();
  }

  @AfterAll
  void stop() {
    runner.close();
  }

  @Nested
  class Secrets_Manager {
    private final SecretsManagerClient client = client(SecretsManagerClient.builder());

    @Test
    void gives_the_secret_that_the_template_generates() throws Exception {
      var secret = client.getSecretValue(get -> get.secretId("hekax/local/origin"));

      assertThat(JSON.readTree(secret.secretString()).path("secret").asText()).hasSize(48);
      assertThat(secret.arn()).endsWith(":secret:hekax/local/origin");
    }

    @Test
    void keeps_the_value_before_the_last_one() {
      client.createSecret(create -> create.name("jwt").secretString("one"));
      client.putSecretValue(put -> put.secretId("jwt").secretString("two"));

      assertThat(client.getSecretValue(get -> get.secretId("jwt")).secretString()).isEqualTo("two");
      assertThat(
              client
                  .getSecretValue(get -> get.secretId("jwt").versionStage("AWSPREVIOUS"))
                  .secretString())
          .isEqualTo("one");
      assertThat(client.describeSecret(describe -> describe.secretId("jwt")).versionIdsToStages())
          .hasSize(2);
    }

    @Test
    void gives_a_version_of_one_name_to_one_value_alone() {
      var token = UUID.randomUUID().toString();
      client.createSecret(create -> create.name("once").secretString("one"));
      client.putSecretValue(
          put -> put.secretId("once").clientRequestToken(token).secretString("two"));
      client.putSecretValue(
          put -> put.secretId("once").clientRequestToken(token).secretString("two"));

      assertThatThrownBy(
              () ->
                  client.putSecretValue(
                      put -> put.secretId("once").clientRequestToken(token).secretString("three")))
          .isInstanceOf(ResourceExistsException.class);
      assertThat(client.getSecretValue(get -> get.secretId("once")).secretString())
          .isEqualTo("two");
    }

    @Test
    void says_that_a_secret_is_missing() {
      assertThatThrownBy(() -> client.getSecretValue(get -> get.secretId("gone")))
          .isInstanceOf(ResourceNotFoundException.class);
    }
  }

  @Nested
  class KMS {
    private final KmsClient client = client(KmsClient.builder());
    private final String key = "arn:aws:kms:us-east-1:000000000000:key/hekax-local-TokenKey";
    private final Map<String, String> acme = Map.of("organizationId", "acme", "purpose", "crm");

    @Test
    void unwraps_a_data_key_in_the_context_it_was_made_in() {
      var dataKey =
          client.generateDataKey(
              make -> make.keyId(key).keySpec(DataKeySpec.AES_256).encryptionContext(acme));
      var plain =
          client.decrypt(
              open -> open.ciphertextBlob(dataKey.ciphertextBlob()).encryptionContext(acme));

      assertThat(plain.plaintext()).isEqualTo(dataKey.plaintext());
      assertThat(plain.plaintext().asByteArray()).hasSize(32);
      assertThat(plain.keyId()).isEqualTo(key);
    }

    @Test
    void refuses_another_context_and_a_changed_ciphertext() {
      var sealed =
          client.encrypt(
              seal ->
                  seal.keyId("alias/token")
                      .plaintext(SdkBytes.fromUtf8String("token"))
                      .encryptionContext(acme));
      var changed = sealed.ciphertextBlob().asByteArray();
      changed[changed.length - 1] ^= 1;

      assertThatThrownBy(
              () ->
                  client.decrypt(
                      open ->
                          open.ciphertextBlob(sealed.ciphertextBlob())
                              .encryptionContext(Map.of("organizationId", "globex"))))
          .isInstanceOf(InvalidCiphertextException.class);
      assertThatThrownBy(
              () ->
                  client.decrypt(
                      open ->
                          open.ciphertextBlob(SdkBytes.fromByteArray(changed))
                              .encryptionContext(acme)))
          .isInstanceOf(InvalidCiphertextException.class);
    }
  }

  @Nested
  class EventBridge {
    private final EventBridgeClient client = client(EventBridgeClient.builder());

    @Test
    void delivers_the_whole_envelope_to_every_target_of_a_matching_rule() throws Exception {
      var spare = runner.queueDepth("SpareQueue");
      var answer =
          client.putEvents(put -> put.entries(entry("LeadCaptured", "{\"leadId\":\"7\"}")));

      assertThat(answer.failedEntryCount()).isZero();
      assertThat(runner.queueDepth("SpareQueue")).isEqualTo(spare + 1);
      await(() -> product.recorded().contains("leadId"));
      var line =
          product
              .recorded()
              .lines()
              .filter(text -> text.contains("leadId"))
              .findFirst()
              .orElseThrow();
      var body = JSON.readTree(JSON.readTree(line).path("Records").path(0).path("body").asText());
      assertThat(body.path("detail-type").asText()).isEqualTo("LeadCaptured");
      assertThat(body.path("source").asText()).isEqualTo("hekax.leads");
      assertThat(body.path("detail").path("leadId").asText()).isEqualTo("7");
      assertThat(body.path("id").asText()).isEqualTo(answer.entries().getFirst().eventId());
    }

    @Test
    void delivers_nothing_that_no_rule_wants() throws Exception {
      var spare = runner.queueDepth("SpareQueue");
      client.putEvents(put -> put.entries(entry("CallStarted", "{}")));

      assertThat(runner.queueDepth("SpareQueue")).isEqualTo(spare);
    }

    @Test
    void reports_each_bad_entry_alone() {
      var answer =
          client.putEvents(put -> put.entries(entry("Other", "{}"), entry("Other", "not json")));

      assertThat(answer.failedEntryCount()).isEqualTo(1);
      assertThat(answer.entries().get(0).eventId()).isNotEmpty();
      assertThat(answer.entries().get(1).errorCode()).isEqualTo("MalformedDetail");
    }

    private PutEventsRequestEntry entry(String type, String detail) {
      return PutEventsRequestEntry.builder()
          .eventBusName("hekax-local")
          .source("hekax.leads")
          .detailType(type)
          .detail(detail)
          .build();
    }
  }

  @Nested
  class Lambda {
    private final LambdaClient client = client(LambdaClient.builder());

    @Test
    void lists_functions_by_the_names_it_invokes() throws Exception {
      var names =
          client.listFunctionsPaginator().functions().stream()
              .map(FunctionConfiguration::functionName)
              .toList();
      var answer =
          client.invoke(
              call ->
                  call.functionName("hekax-local-MirrorFunction")
                      .qualifier("live")
                      .payload(SdkBytes.fromUtf8String("{\"ping\":true}")));

      assertThat(names).contains("hekax-local-MirrorFunction");
      assertThat(answer.functionError()).isNull();
      assertThat(
              JSON.readTree(answer.payload().asByteArray()).path("event").path("ping").asBoolean())
          .isTrue();
    }

    @Test
    void marks_the_error_of_a_function() {
      var answer =
          client.invoke(
              call ->
                  call.functionName("hekax-local-StumblerFunction:live")
                      .payload(SdkBytes.fromUtf8String("{\"id\":\"sdk\",\"failures\":9}")));

      assertThat(answer.functionError()).isEqualTo("Unhandled");
      assertThat(answer.payload().asUtf8String()).contains("stumbled");
    }
  }

  @Nested
  class SQS {
    private final SqsClient client =
        configured(SqsClient.builder().endpointOverride(runner.queueEndpoint())).build();

    @Test
    void reports_only_the_messages_that_failed_and_ends_them_in_the_dead_letter_queue()
        throws Exception {
      for (var body : new String[] {"good", "please fail"}) {
        client.sendMessage(send -> send.queueUrl(url("hekax-local-WorkQueue")).messageBody(body));
      }

      await(() -> runner.queueDepth("WorkDeadLetterQueue") == 1);
      await(() -> runner.queueDepth("WorkQueue") == 0);
      var recorded = product.recorded();
      assertThat(recorded.split("please fail", -1)).hasSize(3);
      assertThat(recorded.split("\"good\"", -1)).hasSize(2);
    }

    @Test
    void brings_a_batch_back_whose_function_threw() throws Exception {
      runner.send("WorkQueue", "explode");

      await(() -> product.recorded().split("explode", -1).length == 3);
    }

    private String url(String queue) {
      return "https://sqs.us-east-1.amazonaws.com/000000000000/" + queue;
    }
  }

  private <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> C client(B builder) {
    return configured(builder.endpointOverride(runner.awsEndpoint())).build();
  }

  private static <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> B configured(
      B builder) {
    return builder
        .region(Region.US_EAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local-secret")))
        .httpClientBuilder(UrlConnectionHttpClient.builder());
  }
}
