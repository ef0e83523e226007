package com.hekax.phone.runner.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.hekax.phone.runner.Runner;
import com.hekax.phone.runner.TestProduct;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // started before all tests
class PublicAddressTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private Runner runner;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    runner = TestProduct.in(folder).runner().start();
  }

  @AfterAll
  void stop() {
    http.close();
    runner.close();
  }

  @Nested
  class The_event_of_a_request {
    @Test
    void has_the_shape_of_payload_format_2() throws Exception {
      var event =
          event(
              request("/api/open/a%20name?tag=x&tag=y%26z&empty=")
                  .header("X-Twice", "one")
                  .header("X-Twice", "two")
                  .header("Cookie", "a=1; b=2"));

      assertThat(event.path("version").asText()).isEqualTo("2.0");
      assertThat(event.path("routeKey").asText()).isEqualTo("ANY /api/open/{name}");
      assertThat(event.path("rawPath").asText()).isEqualTo("/api/open/a name");
      assertThat(event.path("rawQueryString").asText()).isEqualTo("tag=x&tag=y%26z&empty=");
      assertThat(map(event, "queryStringParameters"))
          .isEqualTo(Map.of("tag", "x,y&z", "empty", ""));
      assertThat(map(event, "pathParameters")).isEqualTo(Map.of("name", "a name"));
      assertThat(map(event, "headers"))
          .containsEntry("x-twice", "one,two")
          .doesNotContainKey("cookie");
      assertThat(event.path("cookies").toString()).isEqualTo("[\"a=1\",\"b=2\"]");
      assertThat(event.has("body")).isFalse();
      assertThat(event.path("isBase64Encoded").asBoolean()).isFalse();
      var context = event.path("requestContext");
      assertThat(context.path("http").path("method").asText()).isEqualTo("GET");
      assertThat(context.path("http").path("sourceIp").asText()).isEqualTo(Edge.EDGE_ADDRESS);
      assertThat(context.path("stage").asText()).isEqualTo("$default");
      assertThat(context.path("requestId").asText()).isNotEmpty();
      assertThat(context.path("timeEpoch").asLong()).isPositive();
    }

    @Test
    void carries_JSON_as_text_and_forms_in_base64() throws Exception {
      var json =
          event(
              request("/api/open/x")
                  .header("Content-Type", "application/json")
                  .POST(BodyPublishers.ofString("{\"a\":\"ü\"}")));
      var form =
          event(
              request("/api/open/x")
                  .header("Content-Type", "application/x-www-form-urlencoded")
                  .POST(BodyPublishers.ofString("CallSid=CA1")));

      assertThat(json.path("body").asText()).isEqualTo("{\"a\":\"ü\"}");
      assertThat(json.path("isBase64Encoded").asBoolean()).isFalse();
      assertThat(form.path("body").asText()).isEqualTo("Q2FsbFNpZD1DQTE=");
      assertThat(form.path("isBase64Encoded").asBoolean()).isTrue();
    }

    @Test
    void carries_a_compressed_body_as_it_came() throws Exception {
      var event =
          event(
              request("/api/open/x")
                  .header("Content-Type", "application/json")
                  .header("Content-Encoding", "gzip")
                  .POST(BodyPublishers.ofString("zipped")));

      assertThat(event.path("body").asText()).isEqualTo("emlwcGVk");
    }

    @Test
    void proves_that_it_came_through_the_edge_and_cannot_be_forged() throws Exception {
      var headers =
          map(event(request("/api/open/x").header("x-hekax-origin", "forged")), "headers");

      assertThat(headers.get("x-hekax-origin")).hasSize(48).isNotEqualTo("forged");
      assertThat(headers.get("x-forwarded-for")).isEqualTo("127.0.0.1, " + Edge.EDGE_ADDRESS);
      assertThat(headers.get("x-forwarded-proto")).isEqualTo("https");
      assertThat(headers.get("host"))
          .isEqualTo("hekaxlocalapi.execute-api.us-east-1.amazonaws.com");
    }
  }

  @Nested
  class The_authorizer {
    @Test
    void is_not_asked_without_its_header() throws Exception {
      var response = send(request("/api/closed"));

      assertThat(response.statusCode()).isEqualTo(401);
      assertThat(response.body()).isEqualTo("{\"message\":\"Unauthorized\"}");
    }

    @Test
    void refuses_with_403() throws Exception {
      var response = send(request("/api/closed").header("Authorization", "bad"));

      assertThat(response.statusCode()).isEqualTo(403);
      assertThat(response.body()).isEqualTo("{\"message\":\"Forbidden\"}");
    }

    @Test
    void that_breaks_is_the_gateways_500() throws Exception {
      assertThat(send(request("/api/closed").header("Authorization", "broken")).statusCode())
          .isEqualTo(500);
    }

    @Test
    void hands_its_context_to_the_function_and_is_remembered() throws Exception {
      var first = event(request("/api/closed").header("Authorization", "good one"));
      var second = event(request("/api/closed").header("Authorization", "good one"));
      var context = first.path("requestContext").path("authorizer").path("lambda");

      assertThat(context.path("userId").asText()).isEqualTo("good one");
      assertThat(second.path("requestContext").path("authorizer").path("lambda"))
          .isEqualTo(context);
    }
  }

  @Nested
  class The_answer_of_a_function {
    @Test
    void becomes_status_headers_cookies_and_body() throws Exception {
      var response =
          puppet(
              """
              {"statusCode": 201, "headers": {"X-Made": "yes"}, "cookies": ["a=1; HttpOnly", "b=2"],
               "body": "aGk=", "isBase64Encoded": true}\
              """);

      assertThat(response.statusCode()).isEqualTo(201);
      assertThat(response.headers().firstValue("x-made")).hasValue("yes");
      assertThat(response.headers().allValues("set-cookie"))
          .containsExactly("a=1; HttpOnly", "b=2");
      assertThat(response.headers().firstValue("apigw-requestid")).isPresent();
      assertThat(response.body()).isEqualTo("hi");
    }

    @Test
    void without_a_status_is_the_body_of_a_200() throws Exception {
      var response = puppet("{\"ok\":true}");

      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(response.headers().firstValue("content-type")).hasValue("application/json");
      assertThat(response.body()).isEqualTo("{\"ok\":true}");
    }

    @Test
    void with_a_body_that_is_no_text_is_an_internal_error() throws Exception {
      var response = puppet("{\"statusCode\":200,\"body\":{\"a\":1}}");

      assertThat(response.statusCode()).isEqualTo(500);
      assertThat(response.body()).isEqualTo("{\"message\":\"Internal Server Error\"}");
    }

    @Test
    void that_threw_is_an_internal_error() throws Exception {
      var broken = request("/api/broken").POST(BodyPublishers.ofString("{\"failures\":1}"));

      // The event itself has no "failures", but its id is missing, which the function cannot bear.
      assertThat(send(broken).statusCode()).isEqualTo(500);
    }

    @Test
    void that_comes_too_late_is_unavailable() throws Exception {
      var response = send(request("/api/slow"));

      assertThat(response.statusCode()).isEqualTo(503);
      assertThat(response.body()).isEqualTo("{\"message\":\"Service Unavailable\"}");
    }
  }

  @Nested
  class The_gateway {
    @Test
    void knows_no_route_for_another_method() throws Exception {
      var response = send(request("/api/closed").DELETE());

      assertThat(response.statusCode()).isEqualTo(404);
      assertThat(response.body()).isEqualTo("{\"message\":\"Not Found\"}");
    }

    @Test
    void refuses_what_Lambda_would_not_take() throws Exception {
      var response =
          send(request("/api/open/x").POST(BodyPublishers.ofByteArray(new byte[7 * 1024 * 1024])));

      assertThat(response.statusCode()).isEqualTo(413);
    }
  }

  @Nested
  class The_dashboard {
    @Test
    void is_its_first_page_at_every_address_of_its_own() throws Exception {
      for (var path : new String[] {"/", "/leads", "/calls/42/transcript"}) {
        var response = send(request(path));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).contains("HEKAX");
        assertThat(response.headers().firstValue("content-type"))
            .hasValue("text/html; charset=utf-8");
        assertThat(response.headers().firstValue("cache-control")).hasValue("no-cache");
        assertThat(response.headers().firstValue("x-content-type-options")).hasValue("nosniff");
      }
    }

    @Test
    void has_assets_that_are_kept_for_good() throws Exception {
      var response = send(request("/assets/app-1a2b.js"));

      assertThat(response.headers().firstValue("content-type"))
          .hasValue("text/javascript; charset=utf-8");
      assertThat(response.headers().firstValue("cache-control").orElseThrow())
          .contains("immutable");
    }

    @Test
    void has_no_page_for_a_missing_file_nor_for_a_path_that_leads_out() throws Exception {
      assertThat(send(request("/assets/gone.js")).statusCode()).isEqualTo(404);
      assertThat(send(request("/..%2fsecret.txt")).body()).doesNotContain("not for the public");
      assertThat(send(request("/assets/..%2f..%2fsecret.txt")).body())
          .doesNotContain("not for the public");
    }
  }

  @Nested
  class Another_bucket {
    private void put(String key, String text) throws Exception {
      var request =
          HttpRequest.newBuilder(runner.awsEndpoint().resolve("/recordings/" + key))
              .header("Authorization", "signed by a function")
              .header("Content-Type", "text/xml; charset=utf-8")
              .header("Cache-Control", "max-age=60")
              .PUT(BodyPublishers.ofString(text));
      assertThat(send(request).statusCode()).isEqualTo(200);
    }

    @Test
    void is_read_at_the_addresses_of_its_behaviour_whatever_the_query_says() throws Exception {
      put("recorded/one.xml", "<Response/>");

      var response = send(request("/recorded/one.xml?CallSid=CA1"));

      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(response.body()).isEqualTo("<Response/>");
      assertThat(response.headers().firstValue("content-type")).hasValue("text/xml; charset=utf-8");
      assertThat(response.headers().firstValue("cache-control")).hasValue("max-age=60");
      assertThat(response.headers().firstValue("x-content-type-options")).hasValue("nosniff");
    }

    @Test
    void is_read_below_the_folder_of_its_origin() throws Exception {
      put("inside/hidden/one.xml", "<Inside/>");

      assertThat(send(request("/hidden/one.xml")).body()).isEqualTo("<Inside/>");
    }

    @Test
    void tells_nobody_what_is_not_there_and_takes_nothing() throws Exception {
      put("secret.xml", "<Secret/>");

      assertThat(send(request("/recorded/gone.xml")).statusCode()).isEqualTo(403);
      assertThat(send(request("/recorded/..%2fsecret.xml")).statusCode()).isEqualTo(403);
      assertThat(send(request("/recorded/one.xml").POST(BodyPublishers.ofString("x"))).statusCode())
          .isEqualTo(403);
    }
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(runner.baseUri() + path));
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return http.send(request.build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> puppet(String answer) throws IOException, InterruptedException {
    return send(
        request("/api/puppet")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(answer)));
  }

  private JsonNode event(HttpRequest.Builder request) throws IOException, InterruptedException {
    var response = send(request);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return JSON.readTree(response.body());
  }

  private static Map<String, String> map(JsonNode event, String field) {
    return JSON.convertValue(event.path(field), new TypeReference<>() {});
  }
}
