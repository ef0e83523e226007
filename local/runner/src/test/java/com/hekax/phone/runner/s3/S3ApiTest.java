package com.hekax.phone.runner.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hekax.phone.runner.aws.AwsEndpoint;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

@DisplayNameGeneration(ReplaceUnderscores.class)
@SuppressWarnings("NullAway.Init") // made before each test
class S3ApiTest {
  private static final StaticCredentialsProvider CREDENTIALS =
      StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local-secret"));

  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.now());
  private final HttpClient http = HttpClient.newHttpClient();
  private AwsEndpoint endpoint;
  private S3Client client;
  private S3Presigner presigner;

  @BeforeEach
  void start(@TempDir Path folder) {
    endpoint = new AwsEndpoint(0);
    endpoint.add(new S3Api(List.of("recordings"), folder, "local", "local-secret", now::get));
    client =
        S3Client.builder()
            .endpointOverride(endpoint.uri())
            .region(Region.US_EAST_1)
            .credentialsProvider(CREDENTIALS)
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .build();
    presigner =
        S3Presigner.builder()
            .endpointOverride(endpoint.uri())
            .region(Region.US_EAST_1)
            .credentialsProvider(CREDENTIALS)
            .build();
  }

  @AfterEach
  void stop() {
    presigner.close();
    client.close();
    http.close();
    endpoint.close();
  }

  @Test
  void an_object_comes_back_as_it_was_put() {
    var key = "acme/2026-11/ä b+c.wav";
    put(key, "one two three");

    var response = client.getObjectAsBytes(get -> get.bucket("recordings").key(key));

    assertThat(response.asUtf8String()).isEqualTo("one two three");
    assertThat(response.response().contentType()).isEqualTo("audio/wav");
    assertThat(response.response().metadata()).containsEntry("call", "CA1");
    assertThat(client.headObject(head -> head.bucket("recordings").key(key)).contentLength())
        .isEqualTo(13);
  }

  @Test
  void a_range_is_a_part_of_the_object() {
    put("a.wav", "one two three");

    var response =
        client.getObjectAsBytes(get -> get.bucket("recordings").key("a.wav").range("bytes=4-6"));

    assertThat(response.asUtf8String()).isEqualTo("two");
    assertThat(response.response().contentRange()).isEqualTo("bytes 4-6/13");
  }

  @Test
  void a_listing_has_the_keys_of_a_prefix_page_by_page() {
    List.of("b/1", "a/2", "a/1", "a/3").forEach(key -> put(key, key));

    var pages =
        client.listObjectsV2Paginator(list -> list.bucket("recordings").prefix("a/").maxKeys(2));

    assertThat(pages.contents().stream().map(S3Object::key)).containsExactly("a/1", "a/2", "a/3");
  }

  @Test
  void what_is_deleted_or_was_never_there_is_missing() {
    put("a.wav", "x");
    client.deleteObject(delete -> delete.bucket("recordings").key("a.wav"));

    assertThatThrownBy(() -> client.getObjectAsBytes(get -> get.bucket("recordings").key("a.wav")))
        .isInstanceOf(NoSuchKeyException.class);
    assertThatThrownBy(() -> client.getObjectAsBytes(get -> get.bucket("other").key("a.wav")))
        .isInstanceOf(NoSuchBucketException.class);
  }

  @Test
  void a_presigned_address_lets_anyone_put_and_get_for_a_while() throws Exception {
    var put =
        presigner.presignPutObject(
            sign ->
                sign.signatureDuration(Duration.ofMinutes(5))
                    .putObjectRequest(request -> request.bucket("recordings").key("up load.txt")));
    var upload = HttpRequest.newBuilder(put.url().toURI()).PUT(BodyPublishers.ofString("hello"));
    assertThat(http.send(upload.build(), BodyHandlers.ofString()).statusCode()).isEqualTo(200);
    var address = presignedGet("up load.txt");

    assertThat(get(address).body()).isEqualTo("hello");
    now.updateAndGet(instant -> instant.plus(Duration.ofMinutes(6)));
    assertThat(get(address).statusCode()).isEqualTo(403);
    assertThat(get(address).body()).contains("Request has expired");
  }

  @Test
  void a_presigned_address_holds_for_nothing_else() throws Exception {
    put("mine.txt", "mine");
    put("theirs.txt", "theirs");
    var address = presignedGet("mine.txt");

    assertThat(get(address).statusCode()).isEqualTo(200);
    var moved = URI.create(address.toString().replace("mine.txt", "theirs.txt"));
    assertThat(get(moved).body()).contains("SignatureDoesNotMatch");
    var delete = HttpRequest.newBuilder(address).DELETE().build();
    assertThat(http.send(delete, BodyHandlers.ofString()).statusCode()).isEqualTo(403);
    assertThat(get(URI.create(endpoint.uri() + "/recordings/mine.txt")).statusCode())
        .isEqualTo(403);
  }

  private void put(String key, String content) {
    client.putObject(
        put ->
            put.bucket("recordings")
                .key(key)
                .contentType("audio/wav")
                .metadata(Map.of("call", "CA1")),
        RequestBody.fromString(content));
  }

  private URI presignedGet(String key) throws Exception {
    return presigner
        .presignGetObject(
            sign ->
                sign.signatureDuration(Duration.ofMinutes(5))
                    .getObjectRequest(request -> request.bucket("recordings").key(key)))
        .url()
        .toURI();
  }

  private HttpResponse<String> get(URI address) throws Exception {
    return http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
  }
}
