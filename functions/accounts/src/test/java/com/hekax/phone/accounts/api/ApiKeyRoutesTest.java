package com.hekax.phone.accounts.api;

import static com.hekax.phone.fixtures.TestRequest.request;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.hekax.phone.accounts.authorizer.SessionAuthorizer;
import com.hekax.phone.fixtures.DatabaseTest;
import com.hekax.phone.fixtures.TestFunction;
import com.hekax.phone.fixtures.TestResponse;
import com.hekax.phone.platform.json.Json;
import com.hekax.phone.platform.tenancy.Member;
import com.hekax.phone.platform.tenancy.Role;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys from their making to their end, and what the gateway is told of who shows one. */
class ApiKeyRoutesTest extends DatabaseTest {
  private final TestFunction<ListApiKeysHandler> list = function(ListApiKeysHandler::new);
  private final TestFunction<CreateApiKeyHandler> create = function(CreateApiKeyHandler::new);
  private final TestFunction<DeleteApiKeyHandler> delete = function(DeleteApiKeyHandler::new);
  private final TestFunction<SessionAuthorizer> authorizer = function(SessionAuthorizer::new);

  @BeforeEach
  void given_no_keys() {
    sql("delete from api_keys");
    sql("update organizations set plan = 'TRIAL'");
  }

  @Nested
  class Given_a_key_of_Acme_that_reads_leads {
    private TestResponse created;
    private String key;

    @BeforeEach
    void given() {
      created =
          create(
              acme().as(Role.ADMIN),
              Map.of("name", " Reporting ", "scopes", List.of("LEADS_READ")));
      key = created.json().path("key").asText();
    }

    @Test
    void when_it_is_made_then_it_is_shown_once_and_only_its_hash_is_kept() {
      assertThat(created.status()).isEqualTo(201);
      assertThat(key).matches("hxk_[a-z2-9]{8}_[A-Za-z0-9_-]{43}");
      assertThat(created.json().path("name").asText()).isEqualTo("Reporting");
      assertThat(created.json().path("prefix").asText()).isEqualTo(key.substring(4, 12));

      var item = keys(acme().owner()).getFirst();
      assertThat(item.has("key")).isFalse();
      assertThat(item.at("/createdBy/name").asText()).isEqualTo("Acme admin");
      assertThat(item.path("lastUsedAt").isNull()).isTrue();
      var row = String.valueOf(rows("select k::text as line from api_keys as k").getFirst());
      assertThat(row)
          .doesNotContain(key.substring(13))
          .doesNotContain(HexFormat.of().formatHex(key.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void when_it_is_made_again_with_the_same_idempotency_key_then_it_is_not_shown_again() {
      var body = Map.of("name", "Twice", "scopes", List.of("LEADS_READ"));
      var asked =
          request().as(acme().as(Role.ADMIN)).header("idempotency-key", "made-once").json(body);

      assertThat(create.call(asked).status()).isEqualTo(201);
      assertThat(create.call(asked).problem()).isEqualTo("SHOWN_ONCE");
      assertThat(keys(acme().as(Role.ADMIN))).hasSize(2);
    }

    @Test
    void when_it_is_shown_then_the_gateway_is_told_the_organization_and_the_scopes() {
      assertThat(holder(key))
          .isEqualTo(
              Json.MAPPER.valueToTree(
                  Map.of(
                      "organizationId", acme().id().toString(),
                      "apiKeyId", created.json().path("id").asText(),
                      "scopes", "LEADS_READ")));
    }

    @Test
    void when_it_is_used_then_that_is_noted_once_a_minute() {
      holder(key);
      var first = lastUsed();
      holder(key);
      assertThat(lastUsed()).isEqualTo(first);

      sql("update api_keys set last_used_at = now() - interval '61 seconds'");
      var before = lastUsed();
      holder(key);
      assertThat(lastUsed()).isNotEqualTo(before);
    }

    @Test
    void when_any_character_of_it_is_another_then_it_is_refused() {
      assertThat(isRefused(key + "x")).isTrue();
      assertThat(isRefused(key.substring(0, key.length() - 1))).isTrue();
      assertThat(isRefused(key.replace("hxk_", "hxk_x"))).isTrue();
      assertThat(isRefused("hxk_")).isTrue();
    }

    @Test
    void when_it_has_expired_then_it_is_refused() {
      sql("update api_keys set expires_at = now() - interval '1 second'");

      assertThat(isRefused(key)).isTrue();
    }

    @Test
    void when_it_was_removed_then_it_is_refused() {
      assertThat(remove(acme().owner()).status()).isEqualTo(204);

      assertThat(isRefused(key)).isTrue();
      assertThat(remove(acme().owner()).problem()).isEqualTo("NOT_FOUND");
    }

    @Test
    void when_the_plan_has_no_keys_any_more_then_it_is_refused() {
      sql("update organizations set plan = 'STARTER' where name = 'Acme'");

      assertThat(isRefused(key)).isTrue();
    }

    @Test
    void when_a_scope_of_it_is_one_that_there_is_no_longer_then_the_others_count() {
      sql("update api_keys set scopes = '{CALLS_READ,FAXES_READ,API_KEYS_MANAGE}'");

      assertThat(holder(key).path("scopes").asText()).isEqualTo("CALLS_READ");
    }

    @Test
    void when_Globex_asks_for_it_then_it_does_not_exist() {
      assertThat(keys(globex().owner())).isEmpty();
      assertThat(remove(globex().owner()).problem()).isEqualTo("NOT_FOUND");
      assertThat(isRefused(key)).isFalse();
    }

    private TestResponse remove(Member member) {
      return delete.call(request().as(member).path("apiKeyId", created.json().path("id").asText()));
    }

    private String lastUsed() {
      return String.valueOf(rows("select last_used_at::text from api_keys").getFirst());
    }
  }

  @Nested
  class Given_somebody_who_wants_a_key {
    private static final Map<String, Object> READS_CALLS =
        Map.of("name", "n", "scopes", List.of("CALLS_READ"));

    @ParameterizedTest
    @CsvSource({"OWNER, 201", "ADMIN, 201", "MANAGER, 403", "AGENT, 403"})
    void when_a_role_asks_then_owners_and_admins_get_one(Role role, int status) {
      assertThat(create(acme().as(role), READS_CALLS).status()).isEqualTo(status);
      assertThat(list.call(request().as(acme().as(role))).status())
          .isEqualTo(status == 201 ? 200 : 403);
    }

    @Test
    void when_the_plan_has_no_keys_then_it_says_so() {
      sql("update organizations set plan = 'BUSINESS_PRO' where name = 'Acme'");

      assertThat(create(acme().owner(), READS_CALLS).problem()).isEqualTo("PLAN_LIMIT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"API_KEYS_MANAGE", "TEAM_MANAGE", "SIGNED_IN", "PUBLIC", "CALL"})
    void when_a_scope_is_for_people_alone_then_the_request_is_not_good(String scope) {
      var response = create(acme().owner(), Map.of("name", "n", "scopes", List.of(scope)));

      assertThat(response.problem()).isEqualTo("INVALID_REQUEST");
    }

    @Test
    void when_it_would_have_ended_before_it_begins_then_the_request_is_not_good() {
      var past = Instant.now().minus(Duration.ofMinutes(1)).toString();

      var response =
          create(
              acme().owner(),
              Map.of("name", "n", "scopes", List.of("CALLS_READ"), "expiresAt", past));

      assertThat(response.problem()).isEqualTo("INVALID_REQUEST");
    }

    @Test
    void when_there_are_fifty_then_there_is_room_for_no_more() {
      sql(
          "insert into api_keys select gen_random_uuid(), ?, 'n', 'p', i::text::bytea, '{}', ?, now()"
              + " from generate_series(1, 50) as i",
          acme().id().value(),
          acme().owner().user().value());

      assertThat(create(acme().owner(), READS_CALLS).problem()).isEqualTo("LIMIT_REACHED");
      assertThat(create(globex().owner(), READS_CALLS).status()).isEqualTo(201);
    }
  }

  private TestResponse create(Member member, Map<String, Object> body) {
    return create.call(request().as(member).json(body));
  }

  private List<JsonNode> keys(Member member) {
    return list.call(request().as(member)).json().path("items").valueStream().toList();
  }

  private boolean isRefused(String key) {
    return !answer(key).path("isAuthorized").asBoolean();
  }

  private JsonNode holder(String key) {
    return answer(key).path("context");
  }

  private JsonNode answer(String key) {
    var event = Json.MAPPER.createObjectNode().put("version", "2.0").put("type", "REQUEST");
    event.putObject("headers").put("authorization", "Bearer " + key);
    return authorizer.invoke(event);
  }
}
