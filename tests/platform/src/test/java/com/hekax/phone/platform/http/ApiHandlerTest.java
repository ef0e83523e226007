package com.hekax.phone.platform.http;

import static com.hekax.phone.fixtures.TestRequest.request;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.hekax.phone.contracts.CallId;
import com.hekax.phone.fixtures.DatabaseTest;
import com.hekax.phone.fixtures.TestFunction;
import com.hekax.phone.fixtures.TestResponse;
import com.hekax.phone.platform.LoggedLines;
import com.hekax.phone.platform.Ping;
import com.hekax.phone.platform.json.Json;
import com.hekax.phone.platform.problems.FieldError;
import com.hekax.phone.platform.problems.Problem;
import com.hekax.phone.platform.problems.ProblemType;
import com.hekax.phone.platform.telemetry.LogContext;
import com.hekax.phone.platform.tenancy.Permission;
import com.hekax.phone.platform.tenancy.Role;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiHandlerTest extends DatabaseTest {

  @Route(value = "GET /api/things", needs = Permission.LEADS_READ)
  private static final class ListThings extends ApiHandler {
    private final Function<ApiRequest, ApiResponse> work;

    ListThings(Function<ApiRequest, ApiResponse> work) {
      this.work = work;
    }

    @Override
    protected ApiResponse handle(ApiRequest request) {
      return work.apply(request);
    }
  }

  @Route(value = "POST /api/things", needs = Permission.WEBHOOKS_MANAGE)
  private static final class CreateThing extends ApiHandler {
    @Override
    protected ApiResponse handle(ApiRequest request) {
      return ApiResponse.created("/api/things/1", request.json());
    }
  }

  @Route(value = "POST /api/things/of-call", needs = Permission.CALL)
  private static final class CreateThingOfCall extends ApiHandler {
    @Override
    protected ApiResponse handle(ApiRequest request) {
      return ApiResponse.json(201, Map.of("name", request.call().toString()));
    }
  }

  @Route(value = "POST /api/public-things", needs = Permission.PUBLIC)
  private static final class CreatePublicThing extends ApiHandler {
    @Override
    protected ApiResponse handle(ApiRequest request) {
      return ApiResponse.json(201, request.form());
    }
  }

  private final TestFunction<ListThings> good = answering(_ -> page());
  private final TestFunction<CreateThing> create = function(CreateThing::new);
  private final TestFunction<CreateThingOfCall> createOfCall = function(CreateThingOfCall::new);
  private final TestFunction<CreatePublicThing> createPublic = function(CreatePublicThing::new);

  private TestFunction<ListThings> answering(Function<ApiRequest, ApiResponse> work) {
    return function(() -> new ListThings(work));
  }

  private TestResponse list(TestFunction<ListThings> function) {
    return function.call(request().as(acme().agent()));
  }

  private static ApiResponse page() {
    return ApiResponse.ok(new Page<>(List.of("thing"), Optional.empty()));
  }

  @Nested
  class Given_a_request_that_did_not_come_through_our_edge {

    @ParameterizedTest
    @ValueSource(strings = {"", "test-origi", "test-origin ", "TEST-ORIGIN", "test-originn"})
    void when_it_shows_another_secret_then_it_is_403(String secret) {
      var response = good.call(request().as(acme().owner()).header("x-hekax-origin", secret));

      assertThat(response.status()).isEqualTo(403);
      assertThat(response.problem()).isEqualTo("FORBIDDEN");
    }

    @Test
    void when_it_shows_none_then_it_is_403_before_anything_else_is_looked_at() {
      assertThat(good.call(request().withoutHeader("x-hekax-origin")).status()).isEqualTo(403);
      assertThat(createPublic.call(request().withoutHeader("x-hekax-origin").json("{")).status())
          .isEqualTo(403);
    }
  }

  @Nested
  class Given_who_is_asking {

    @Test
    void when_it_is_nobody_then_it_is_401_before_the_body_is_looked_at() {
      var response = create.call(request().json("{"));

      assertThat(response.status()).isEqualTo(401);
      assertThat(response.problem()).isEqualTo("UNAUTHENTICATED");
    }

    @ParameterizedTest
    @CsvSource({"OWNER, 201", "ADMIN, 201", "MANAGER, 403", "AGENT, 403"})
    void when_a_role_lacks_the_permission_then_it_is_403(Role role, int status) {
      var response = create.call(request().as(acme().as(role)).json(Map.of("name", "x")));

      assertThat(response.status()).isEqualTo(status);
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void when_the_route_is_for_calls_then_no_role_opens_it(Role role) {
      assertThat(createOfCall.call(request().as(acme().as(role))).problem()).isEqualTo("FORBIDDEN");
    }

    @Test
    void when_it_is_a_call_then_it_may_do_what_calls_may_and_nothing_that_people_may() {
      var call = CallId.create();
      var ongoing = acme().ongoing(call);

      assertThat(createOfCall.call(request().as(ongoing)).json().path("name").asText())
          .isEqualTo(call.toString());
      assertThat(good.call(request().as(ongoing)).problem()).isEqualTo("FORBIDDEN");
      assertThat(create.call(request().as(ongoing).json(Map.of("name", "x"))).problem())
          .isEqualTo("FORBIDDEN");
    }

    @Test
    void when_a_call_repeats_a_write_with_its_key_then_it_happens_once_and_for_another_call_anew() {
      var first = acme().ongoing(CallId.create());
      var second = acme().ongoing(CallId.create());

      var once = createOfCall.call(request().as(first).header("idempotency-key", "call_000007"));
      var again = createOfCall.call(request().as(first).header("idempotency-key", "call_000007"));
      var other = createOfCall.call(request().as(second).header("idempotency-key", "call_000007"));

      assertThat(again.json()).isEqualTo(once.json());
      assertThat(other.json()).isNotEqualTo(once.json());
    }

    @Test
    void when_the_route_is_public_then_nobody_is_asked() {
      assertThat(createPublic.call(request().form(Map.of("name", "x"))).status()).isEqualTo(201);
    }

    @Test
    void when_somebody_asks_then_the_log_knows_for_which_organization_and_request() {
      try (var log = new LoggedLines()) {
        var response =
            list(
                answering(
                    request -> {
                      assertThat(LogContext.current().organization()).contains(acme().id());
                      assertThat(LogContext.current().requestId()).isEqualTo(request.requestId());
                      return page();
                    }));

        assertThat(response.status()).isEqualTo(200);
        assertThat(log.of("INFO"))
            .singleElement()
            .satisfies(
                line -> {
                  assertThat(line.path("route").asText()).isEqualTo("GET /api/things");
                  assertThat(line.path("status").asInt()).isEqualTo(200);
                  assertThat(line.path("function").asText()).isEqualTo("ListThings");
                  assertThat(line.path("organizationId").asText())
                      .isEqualTo(acme().id().toString());
                });
      }
    }
  }

  @Nested
  class Given_a_problem {

    @ParameterizedTest
    @EnumSource(ProblemType.class)
    void when_it_is_thrown_then_the_answer_has_all_that_RFC_9457_and_we_ask_for(ProblemType type) {
      var response =
          list(
              answering(
                  _ -> {
                    throw type.because("It is %s.", "so");
                  }));

      assertThat(response.status()).isEqualTo(type.status());
      assertThat(response.header("content-type")).contains("application/problem+json");
      assertThat(response.json().path("type").asText()).isEqualTo("about:blank");
      assertThat(response.json().path("title").asText()).isEqualTo(type.title());
      assertThat(response.json().path("status").asInt()).isEqualTo(type.status());
      assertThat(response.json().path("detail").asText()).isEqualTo("It is so.");
      assertThat(response.json().path("code").asText()).isEqualTo(type.name());
      assertThat(response.json().path("requestId").asText()).hasSize(36);
      assertThat(response.json().path("errors").isMissingNode()).isTrue();
    }

    @Test
    void when_fields_were_wrong_then_each_is_named() {
      var response =
          list(
              answering(
                  _ -> {
                    throw Problem.invalid(
                        List.of(new FieldError("a.b[0]", "is odd"), new FieldError("c", "is not")));
                  }));

      assertThat(response.status()).isEqualTo(400);
      assertThat(response.json().path("errors").toString())
          .isEqualTo(
              "[{\"field\":\"a.b[0]\",\"message\":\"is odd\"},{\"field\":\"c\",\"message\":\"is"
                  + " not\"}]");
    }

    @Test
    void when_it_is_thrown_then_it_is_no_fault_of_ours_in_the_log() {
      try (var log = new LoggedLines()) {
        list(
            answering(
                _ -> {
                  throw ProblemType.NOT_FOUND.because("No.");
                }));

        assertThat(log.of("ERROR")).isEmpty();
        assertThat(log.of("WARN")).isEmpty();
      }
    }
  }

  @Nested
  class Given_a_fault_of_ours {

    @Test
    void when_it_is_thrown_then_the_answer_shows_nothing_of_it_and_the_log_has_it_once() {
      try (var log = new LoggedLines()) {
        var response =
            list(
                answering(
                    _ -> {
                      throw new IllegalStateException("the vault is behind the picture");
                    }));

        assertThat(response.status()).isEqualTo(500);
        assertThat(response.problem()).isEqualTo("INTERNAL");
        assertThat(response.text())
            .doesNotContain("vault")
            .doesNotContain("IllegalState")
            .doesNotContain("com.hekax");
        assertThat(log.of("ERROR"))
            .singleElement()
            .satisfies(
                line -> {
                  assertThat(line.at("/error/class").asText())
                      .isEqualTo("java.lang.IllegalStateException");
                  assertThat(line.path("requestId").asText())
                      .isEqualTo(response.json().path("requestId").asText());
                  assertThat(line.path("organizationId").asText())
                      .isEqualTo(acme().id().toString());
                });
      }
    }

    @Test
    void when_the_database_refuses_a_statement_then_neither_answer_nor_log_shows_its_values() {
      try (var log = new LoggedLines()) {
        var response =
            list(
                answering(
                    request ->
                        platform()
                            .database()
                            .inTransaction(
                                request.organization(),
                                tx -> {
                                  tx.dao(BrokenDao.class).find("+14155550132");
                                  return page();
                                })));

        assertThat(response.status()).isEqualTo(500);
        assertThat(response.text()).doesNotContain("no_such_table").doesNotContain("4155550132");
        assertThat(log.of("ERROR").toString())
            .contains("no_such_table")
            .doesNotContain("4155550132");
      }
    }

    @Test
    void when_it_is_an_error_of_the_machine_then_it_is_a_500_too() {
      var response = list(answering(_ -> ApiResponse.ok(endlessly(1))));

      assertThat(response.status()).isEqualTo(500);
      assertThat(list(good).status()).isEqualTo(200);
    }

    @Test
    void when_the_answer_cannot_be_written_then_it_is_a_500_too() {
      var response = list(answering(_ -> ApiResponse.ok(new Object())));

      assertThat(response.status()).isEqualTo(500);
    }

    @SuppressWarnings("InfiniteRecursion")
    private static int endlessly(int depth) {
      return endlessly(depth + 1) + 1;
    }
  }

  @Nested
  class Given_a_body {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '\'',
        textBlock =
            """
            {"name":""}                         | name
            {"name":"x","tags":"y"}             | tags
            {"name":"x","tags":["a",5]}         | tags[1]
            {"name":"x","tags":["a","b\\u0000"]} | tags[1]
            {"name":"\\udc00x"}                 | name
            {"name":"x","na\\u0000me":"x"}      | body
            {"name":1e999}                      | body
            {"name":"x","tags":[-1e999]}        | body
            """)
    void when_it_is_not_as_documented_then_the_place_is_named(String body, String field) {
      var response = create.call(request().as(acme().owner()).json(body));

      assertThat(response.status()).isEqualTo(400);
      assertThat(response.wrongFields()).contains(field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"name=%00", "name=a%00b", "name=%zz"})
    void when_a_form_holds_what_no_text_holds_then_it_is_400(String form) {
      var response =
          createPublic.call(
              request().json(form).header("content-type", "application/x-www-form-urlencoded"));

      assertThat(response.status()).isEqualTo(400);
    }

    @Test
    void when_it_has_characters_of_all_kinds_then_they_arrive_as_they_were_sent() {
      var name = "Zoë 😀 \u2028 \"quoted\" \\ \t";

      var response = create.call(request().as(acme().owner()).json(Map.of("name", name)));

      assertThat(response.json().path("name").asText()).isEqualTo(name);
      assertThat(
              createPublic.call(request().form(Map.of("name", name))).json().path("name").asText())
          .isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"name\":\"x\"}", "[]", "0", "x"})
    void when_none_is_documented_then_it_is_400(String body) {
      var response = good.call(request().as(acme().agent()).json(body));

      assertThat(response.status()).isEqualTo(400);
      assertThat(response.wrongFields()).containsExactly("body");
    }

    @Test
    void when_none_is_documented_then_an_empty_object_is_none() {
      assertThat(good.call(request().as(acme().agent()).json("{}")).status()).isEqualTo(200);
    }

    @Test
    void when_it_is_larger_than_any_of_ours_then_it_is_413_also_where_none_is_documented() {
      var large = "{\"name\":\"" + "x".repeat(256 * 1024) + "\"}";

      assertThat(create.call(request().as(acme().owner()).json(large)).problem())
          .isEqualTo("TOO_LARGE");
      assertThat(good.call(request().as(acme().agent()).json(large)).problem())
          .isEqualTo("TOO_LARGE");
    }

    @Test
    void when_it_is_nested_without_end_then_it_is_400() {
      var response = create.call(request().as(acme().owner()).json("[".repeat(100_000)));

      assertThat(response.status()).isEqualTo(400);
    }
  }

  @Nested
  class Given_a_query {

    @ParameterizedTest
    @CsvSource({"cursor, zzz", "cursor, ''", "limit, 0", "limit, 1e3", "limit, ' 5'", "page, 2"})
    void when_it_is_not_as_documented_then_the_parameter_is_named(String name, String value) {
      var paging = answering(request -> ApiResponse.ok(new Page<>(List.of(), nextOf(request))));

      var response = paging.call(request().as(acme().agent()).query(name, value));

      assertThat(response.status()).isEqualTo(400);
      assertThat(response.wrongFields()).containsExactly(name);
    }

    @Test
    void when_a_page_is_asked_for_with_the_next_of_another_then_the_place_is_that() {
      var place = Cursor.NEWEST.encode();
      var paging = answering(request -> ApiResponse.ok(new Page<>(List.of(), nextOf(request))));

      var response = paging.call(request().as(acme().agent()).query("cursor", place));

      assertThat(response.json().path("next").asText()).isEqualTo(place);
    }

    private static Optional<String> nextOf(ApiRequest request) {
      return request.page().after().map(Cursor::encode);
    }
  }

  @Test
  void when_it_is_pinged_then_it_answers_without_doing_anything() {
    var untouched =
        answering(
            _ -> {
              throw new IllegalStateException("It was only a ping");
            });
    JsonNode answer = untouched.invoke(Json.tree(Ping.PAYLOAD));

    assertThat(answer.path("pong").asBoolean()).isTrue();
  }

  interface BrokenDao {
    @org.jdbi.v3.sqlobject.statement.SqlQuery("select 1 from no_such_table where phone = :phone")
    List<Integer> find(String phone);
  }
}
