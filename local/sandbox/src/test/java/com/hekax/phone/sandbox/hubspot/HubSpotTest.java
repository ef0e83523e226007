package com.hekax.phone.sandbox.hubspot;

import static com.hekax.phone.sandbox.hubspot.VendorSchema.assertFits;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.hekax.phone.sandbox.Form;
import com.hekax.phone.sandbox.Sandbox;
import com.hekax.phone.sandbox.console.Faults.Fault;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The stand-in against what HubSpot publishes of itself. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@SuppressWarnings("NullAway.Init") // started before each test
class HubSpotTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SCOPES = "oauth crm.objects.contacts.read crm.objects.contacts.write";
  private static final String CONTACTS = "/crm/objects/2026-03/contacts";
  private static final String CALLS = "/crm/objects/2026-03/calls";
  private static final String CALLBACK = "https://phone.example.com/api/crm/callback";

  /** The pair of RFC 7636, appendix B. */
  private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

  private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

  private final HttpClient client = HttpClient.newHttpClient();
  private Instant now = Instant.parse("2026-11-22T10:00:00Z");
  private Sandbox sandbox;
  private String token = "";

  private record Answer(int status, JsonNode json, HttpResponse<String> response) {}

  @BeforeEach
  void start() throws Exception {
    sandbox = Sandbox.start(0, () -> now);
    token = tokens(SCOPES, 1001).json().path("access_token").asText();
  }

  @AfterEach
  void stop() {
    client.close();
    sandbox.close();
  }

  private Answer send(String method, String path, String type, String body)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(sandbox.uri() + "/hubspot" + path))
            .header("content-type", type)
            .header("accept", "application/json")
            .header("authorization", "Bearer " + token)
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    var response = client.send(request.build(), BodyHandlers.ofString());
    var text = response.body();
    return new Answer(
        response.statusCode(),
        text.startsWith("{") || text.startsWith("[")
            ? JSON.readTree(text)
            : JSON.createObjectNode(),
        response);
  }

  private Answer post(String path, String body) throws IOException, InterruptedException {
    return send("POST", path, "application/json", body);
  }

  private Answer get(String path) throws IOException, InterruptedException {
    return send("GET", path, "application/json", "");
  }

  private Answer form(String path, Map<String, String> fields)
      throws IOException, InterruptedException {
    var text =
        fields.entrySet().stream()
            .map(one -> one.getKey() + "=" + Form.encoded(one.getValue()))
            .collect(Collectors.joining("&"));
    return send("POST", path, "application/x-www-form-urlencoded", text);
  }

  /** What the browser is sent back with. */
  private Map<String, String> allow(String scopes, long portal) throws Exception {
    var answer =
        get(
            "/oauth/authorize?client_id=app&redirect_uri=%s&scope=%s&state=s&code_challenge=%s&code_challenge_method=S256&auto=true&portal=%d"
                .formatted(Form.encoded(CALLBACK), Form.encoded(scopes), CHALLENGE, portal));
    assertThat(answer.status()).isEqualTo(302);
    var location = answer.response().headers().firstValue("location").orElseThrow();
    assertThat(location).startsWith(CALLBACK + "?");
    var query = new LinkedHashMap<String, String>();
    for (var pair : location.substring(location.indexOf('?') + 1).split("&", -1)) {
      var parts = pair.split("=", 2);
      query.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
    }
    return query;
  }

  private static Map<String, String> exchange(String code) {
    var form = new LinkedHashMap<String, String>();
    form.put("grant_type", "authorization_code");
    form.put("client_id", "app");
    form.put("client_secret", "secret");
    form.put("redirect_uri", CALLBACK);
    form.put("code", code);
    form.put("code_verifier", VERIFIER);
    return form;
  }

  private Answer tokens(String scopes, long portal) throws Exception {
    var code = allow(scopes, portal).getOrDefault("code", "");
    return form("/oauth/2026-03/token", exchange(code));
  }

  private void refused(Answer answer, int status, String category) {
    assertThat(answer.status()).as(answer.json().toString()).isEqualTo(status);
    assertFits(answer.json(), "Error");
    assertThat(answer.json().path("category").asText()).isEqualTo(category);
  }

  private String contact(String properties) throws Exception {
    var answer = post(CONTACTS, "{\"properties\": %s, \"associations\": []}".formatted(properties));
    assertThat(answer.status()).as(answer.json().toString()).isEqualTo(201);
    assertFits(answer.json(), "SimplePublicObject");
    return answer.json().path("id").asText();
  }

  private Answer call(String contact, String properties) throws Exception {
    return post(
        CALLS,
        """
        {"properties": %s, "associations": [{"to": {"id": "%s"},
         "types": [{"associationCategory": "HUBSPOT_DEFINED", "associationTypeId": 194}]}]}
        """
            .formatted(properties, contact));
  }

  private Answer search(String property, String value) throws Exception {
    return post(
        CONTACTS + "/search",
        """
        {"filterGroups": [{"filters": [{"propertyName": "%s", "operator": "EQ", "value": "%s"}]}],
         "properties": ["email", "phone"], "limit": 10, "after": "0", "sorts": []}
        """
            .formatted(property, value));
  }

  @Nested
  class Given_somebody_who_is_asked {

    @Test
    void when_he_agrees_then_the_code_brings_tokens_once() throws Exception {
      var back = allow(SCOPES, 1001);
      assertThat(back).containsEntry("state", "s");
      var form = exchange(back.getOrDefault("code", ""));

      var answer = form("/oauth/2026-03/token", form);

      assertThat(answer.status()).isEqualTo(200);
      assertFits(answer.json(), "AccessTokenResponse");
      assertThat(answer.json().path("hub_id").asLong()).isEqualTo(1001);
      assertThat(answer.json().path("expires_in").asLong()).isEqualTo(1800);
      refused(form("/oauth/2026-03/token", form), 400, "BAD_AUTH_CODE");
    }

    @ParameterizedTest
    @CsvSource({
      "code_verifier, another, BAD_AUTH_CODE",
      "redirect_uri, https://elsewhere.example, MISMATCH_REDIRECT_URI_AUTH_CODE",
      "client_id, another, BAD_CLIENT_ID",
      "client_secret, '', BAD_CLIENT_SECRET",
      "grant_type, password, BAD_GRANT_TYPE"
    })
    void when_anything_does_not_fit_the_code_then_it_brings_none(
        String field, String value, String word) throws Exception {
      var form = exchange(allow(SCOPES, 1001).getOrDefault("code", ""));
      form.put(field, value);

      refused(form("/oauth/2026-03/token", form), 400, word);
    }

    @Test
    void when_the_code_is_old_then_it_brings_none() throws Exception {
      var form = exchange(allow(SCOPES, 1001).getOrDefault("code", ""));
      now = now.plusSeconds(31);

      refused(form("/oauth/2026-03/token", form), 400, "BAD_AUTH_CODE");
    }

    @Test
    void when_a_person_looks_at_the_question_then_there_is_a_button() throws Exception {
      var page =
          get(
              "/oauth/authorize?client_id=app&redirect_uri=%s&scope=oauth&state=s"
                  .formatted(Form.encoded(CALLBACK)));

      assertThat(page.response().body())
          .contains("Connect app")
          .contains("name=\"state\" value=\"s\"");
      var answer =
          form(
              "/oauth/authorize", Map.of("redirect_uri", CALLBACK, "state", "s", "answer", "deny"));
      assertThat(answer.response().headers().firstValue("location").orElse(""))
          .startsWith(CALLBACK + "?error=access_denied&")
          .endsWith("&state=s");
    }
  }

  @Nested
  class Given_tokens {

    @Test
    void when_the_access_token_has_ended_then_the_refresh_token_brings_another() throws Exception {
      var refresh = tokens(SCOPES, 1001).json().path("refresh_token").asText();
      now = now.plusSeconds(1800);
      refused(get(CONTACTS + "/1"), 401, "EXPIRED_AUTHENTICATION");

      var form =
          Map.of(
              "grant_type", "refresh_token",
              "client_id", "app",
              "client_secret", "secret",
              "refresh_token", refresh);
      token = form("/oauth/2026-03/token", form).json().path("access_token").asText();

      refused(get(CONTACTS + "/1"), 404, "OBJECT_NOT_FOUND");
      var ours = Map.of("client_id", "app", "client_secret", "secret", "token", refresh);
      assertThat(form("/oauth/2026-03/token/revoke", ours).status()).isEqualTo(204);
      refused(get(CONTACTS + "/1"), 401, "INVALID_AUTHENTICATION");
      refused(form("/oauth/2026-03/token", form), 400, "BAD_REFRESH_TOKEN");
    }

    @Test
    void when_one_is_looked_at_then_it_tells_whose_it_is() throws Exception {
      var answer =
          form(
              "/oauth/2026-03/token/introspect",
              Map.of("client_id", "app", "client_secret", "secret", "token", token));

      assertFits(answer.json(), "PublicAccessTokenInfoResponse");
      assertThat(answer.json().path("hub_domain").asText()).isEqualTo("portal-1001.example");
    }

    @Test
    void when_a_scope_is_missing_then_it_is_said() throws Exception {
      token = tokens("oauth crm.objects.contacts.read", 1001).json().path("access_token").asText();

      refused(post(CONTACTS, "{\"properties\": {}, \"associations\": []}"), 403, "MISSING_SCOPES");
    }

    @Test
    void when_they_are_of_another_portal_then_its_records_are_not_there() throws Exception {
      var id = contact("{\"email\": \"ann@example.com\"}");
      token = tokens(SCOPES, 2002).json().path("access_token").asText();

      refused(get(CONTACTS + "/" + id), 404, "OBJECT_NOT_FOUND");
      assertThat(search("email", "ann@example.com").json().path("total").asInt()).isZero();
    }
  }

  @Nested
  class Given_a_contact {

    @Test
    void when_it_is_read_then_it_has_what_was_asked_for() throws Exception {
      contact("{\"email\": \"ann@example.com\", \"firstname\": \"Ann\"}");

      var answer =
          get(
              CONTACTS
                  + "/ann%40example.com?idProperty=email&properties=firstname&properties=phone");

      assertFits(answer.json(), "SimplePublicObjectWithAssociations");
      assertThat(answer.json().path("properties").path("firstname").asText()).isEqualTo("Ann");
      assertThat(answer.json().path("properties").path("phone").isNull()).isTrue();
      assertThat(answer.json().path("properties").has("email")).isFalse();
    }

    @Test
    void when_another_one_is_to_have_its_address_then_it_is_refused_by_its_id() throws Exception {
      var id = contact("{\"email\": \"ann@example.com\"}");

      var answer =
          post(
              CONTACTS, "{\"properties\": {\"email\": \"Ann@Example.com\"}, \"associations\": []}");

      refused(answer, 409, "CONFLICT");
      assertThat(answer.json().path("message").asText())
          .isEqualTo("Contact already exists. Existing ID: " + id);
    }

    @Test
    void when_it_is_changed_then_the_rest_stays() throws Exception {
      var id = contact("{\"email\": \"ann@example.com\", \"firstname\": \"Ann\"}");

      var answer =
          send(
              "PATCH",
              CONTACTS + "/" + id,
              "application/json",
              "{\"properties\": {\"firstname\": \"Anna\"}}");

      assertFits(answer.json(), "SimplePublicObject");
      assertThat(sandbox.hubSpot().contacts(1001).getFirst().properties())
          .isEqualTo(Map.of("email", "ann@example.com", "firstname", "Anna"));
    }

    @Test
    void when_it_is_upserted_then_it_is_changed_and_a_new_one_is_added() throws Exception {
      contact("{\"email\": \"ann@example.com\"}");

      var answer =
          post(
              CONTACTS + "/batch/upsert",
              """
              {"inputs": [
                {"idProperty": "email", "id": "ann@example.com", "properties": {"firstname": "Ann"}},
                {"idProperty": "email", "id": "bob@example.com", "properties": {"firstname": "Bob"}}]}
              """);

      assertThat(answer.status()).isEqualTo(200);
      assertFits(answer.json(), "BatchResponseSimplePublicUpsertObject");
      assertThat(answer.json().path("results").path(0).path("new").asBoolean()).isFalse();
      assertThat(answer.json().path("results").path(1).path("new").asBoolean()).isTrue();
    }

    @Test
    void when_one_of_a_batch_is_refused_then_the_answer_is_of_both_kinds() throws Exception {
      var answer =
          post(
              CONTACTS + "/batch/upsert",
              """
              {"inputs": [
                {"idProperty": "email", "id": "nowhere", "properties": {}},
                {"idProperty": "email", "id": "bob@example.com", "properties": {}}]}
              """);

      assertThat(answer.status()).isEqualTo(207);
      assertFits(answer.json(), "BatchResponseSimplePublicUpsertObjectWithErrors");
      assertThat(answer.json().path("numErrors").asInt()).isEqualTo(1);
      assertThat(answer.json().path("results")).hasSize(1);
    }

    @Test
    void when_it_is_searched_for_then_it_is_found_once_the_index_has_it() throws Exception {
      sandbox.hubSpot().searchLag(Duration.ofSeconds(10));
      contact("{\"phone\": \"(415) 555-0100\"}");
      assertThat(search("phone", "(415) 555-0100").json().path("total").asInt()).isZero();

      now = now.plusSeconds(10);

      var answer = search("hs_searchable_calculated_phone_number", "4155550100");
      assertFits(answer.json(), "CollectionResponseWithTotalSimplePublicObject");
      assertThat(answer.json().path("total").asInt()).isEqualTo(1);
    }
  }

  @Nested
  class Given_a_call {
    private static final String CALL =
        "{\"hs_timestamp\": \"2026-11-22T10:00:00Z\", \"hs_call_duration\": \"183000\", \"hs_call_status\": \"COMPLETED\", \"hs_call_body\": \"Hello\"}";

    @Test
    void when_it_is_added_then_it_is_in_the_history_of_its_contact() throws Exception {
      var contact = contact("{\"phone\": \"+14155550100\"}");
      var answer = call(contact, CALL);
      assertThat(answer.status()).isEqualTo(201);
      assertFits(answer.json(), "SimplePublicObject");
      var id = answer.json().path("id").asText();

      var associations = get("/crm/v4/objects/contacts/" + contact + "/associations/calls");
      assertFits(
          associations.json(), "CollectionResponseMultiAssociatedObjectWithLabelForwardPaging");
      assertThat(associations.json().path("results").path(0).path("toObjectId").asText())
          .isEqualTo(id);

      var read =
          post(
              CALLS + "/batch/read",
              "{\"inputs\": [{\"id\": \"%s\"}], \"properties\": [\"hs_call_body\"], \"propertiesWithHistory\": []}"
                  .formatted(id));
      assertFits(read.json(), "BatchResponseSimplePublicObject");
      assertThat(
              read.json().path("results").path(0).path("properties").path("hs_call_body").asText())
          .isEqualTo("Hello");
    }

    @Test
    void when_its_contact_does_not_exist_then_neither_does_it() throws Exception {
      refused(call("1", CALL), 400, "VALIDATION_ERROR");
      assertThat(sandbox.hubSpot().calls(1001)).isEmpty();
    }

    @Test
    void when_a_contact_has_many_then_they_come_page_by_page() throws Exception {
      var contact = contact("{\"phone\": \"+14155550100\"}");
      for (int i = 0; i < 5; i++) {
        call(contact, CALL);
      }
      var path = "/crm/v4/objects/contacts/" + contact + "/associations/calls?limit=3";

      var first = get(path);
      var after = first.json().path("paging").path("next").path("after").asText();
      var second = get(path + "&after=" + after);

      assertThat(first.json().path("results")).hasSize(3);
      assertThat(second.json().path("results")).hasSize(2);
      assertThat(second.json().has("paging")).isFalse();
    }

    @Test
    void when_it_is_associated_by_itself_then_it_is_in_the_history_too() throws Exception {
      var contact = contact("{\"phone\": \"+14155550100\"}");
      var answer = post(CALLS, "{\"properties\": %s, \"associations\": []}".formatted(CALL));
      var path =
          "%s/%s/associations/default/contacts/%s"
              .formatted(CALLS, answer.json().path("id").asText(), contact);

      var associated = send("PUT", path, "application/json", "");

      assertThat(associated.status()).isEqualTo(200);
      assertFits(associated.json(), "BatchResponsePublicDefaultAssociation");
      assertThat(sandbox.hubSpot().calls(1001).getFirst().associated()).containsExactly(contact);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"nickname\": \"Ann\"}",
        "{\"email\": \"nowhere\"}",
        "{\"lifecyclestage\": \"friend\"}",
        "{\"createdate\": \"2026-11-22T10:00:00Z\"}",
        "{\"firstname\": 5}"
      })
  void a_property_that_HubSpot_does_not_take_is_refused(String properties) throws Exception {
    var body = "{\"properties\": %s, \"associations\": []}".formatted(properties);

    refused(post(CONTACTS, body), 400, "VALIDATION_ERROR");
    assertThat(sandbox.hubSpot().contacts(1001)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"hs_timestamp\": \"yesterday\"}",
        "{\"hs_timestamp\": \"2026-11-22T10:00:00Z\", \"hs_call_status\": \"NICE\"}",
        "{\"hs_timestamp\": \"2026-11-22T10:00:00Z\", \"hs_call_duration\": \"3 minutes\"}"
      })
  void a_call_that_HubSpot_does_not_take_is_refused(String properties) throws Exception {
    var contact = contact("{\"phone\": \"+14155550100\"}");

    refused(call(contact, properties), 400, "VALIDATION_ERROR");
  }

  @Test
  void a_property_of_the_portals_own_needs_a_scope_and_is_there_from_then_on() throws Exception {
    var property =
        "{\"name\": \"our_key\", \"label\": \"Our key\", \"type\": \"string\", \"fieldType\": \"text\", \"groupName\": \"contactinformation\"}";
    refused(post("/crm/properties/2026-03/contacts", property), 403, "MISSING_SCOPES");

    token =
        tokens(SCOPES + " crm.schemas.contacts.write", 1001).json().path("access_token").asText();

    assertThat(post("/crm/properties/2026-03/contacts", property).status()).isEqualTo(201);
    refused(post("/crm/properties/2026-03/contacts", property), 409, "CONFLICT");
    contact("{\"our_key\": \"1\"}");
  }

  @Test
  void so_many_requests_in_ten_seconds_and_no_more() throws Exception {
    sandbox.hubSpot().requestsPerTenSeconds(2);

    var first = get(CONTACTS + "/1");
    assertThat(first.response().headers().firstValue("X-HubSpot-RateLimit-Remaining"))
        .hasValue("1");
    assertThat(search("phone", "1").response().headers().firstValue("X-HubSpot-RateLimit-Max"))
        .isEmpty();
    var third = get(CONTACTS + "/1");
    refused(third, 429, "RATE_LIMITS");
    assertThat(third.json().path("policyName").asText()).isEqualTo("TEN_SECONDLY_ROLLING");

    now = now.plusSeconds(10);
    refused(get(CONTACTS + "/1"), 404, "OBJECT_NOT_FOUND");
  }

  @Test
  void a_planned_failure_comes_before_the_work_or_after_it() throws Exception {
    var fault = new Fault(502, Duration.ZERO, Optional.empty());
    var body = "{\"properties\": {}, \"associations\": []}";

    sandbox.faults().plan("hubspot-contacts", fault, Duration.ofMinutes(1));
    refused(post(CONTACTS, body), 502, "INTERNAL_ERROR");
    assertThat(sandbox.hubSpot().contacts(1001)).isEmpty();

    sandbox.faults().clear("hubspot-contacts");
    sandbox.faults().plan("hubspot-contacts-late", fault, Duration.ofMinutes(1));
    refused(post(CONTACTS, body), 502, "INTERNAL_ERROR");
    assertThat(sandbox.hubSpot().contacts(1001)).hasSize(1);
  }

  @Test
  void people_and_programs_see_what_is_there() throws Exception {
    var contact = contact("{\"firstname\": \"<Ann>\"}");
    call(contact, "{\"hs_timestamp\": \"2026-11-22T10:00:00Z\", \"hs_call_body\": \"Hello\"}");

    var records = get("/records").json().path(0);
    var page = get("/contacts/1001/record/0-1/" + contact).response().body();

    assertThat(records.path("hubId").asLong()).isEqualTo(1001);
    assertThat(records.path("contacts").path(0).path("calls")).hasSize(1);
    assertThat(records.path("calls").path(0).path("properties").path("hs_call_body").asText())
        .isEqualTo("Hello");
    assertThat(page).contains("&lt;Ann&gt;").contains("Hello");
  }
}
