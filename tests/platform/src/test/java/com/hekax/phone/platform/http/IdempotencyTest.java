package com.hekax.phone.platform.http;

import static com.hekax.phone.fixtures.TestRequest.request;
import static org.assertj.core.api.Assertions.assertThat;

import com.hekax.phone.contracts.LeadId;
import com.hekax.phone.fixtures.TestFunction;
import com.hekax.phone.fixtures.TestRequest;
import com.hekax.phone.platform.AtOnce;
import com.hekax.phone.platform.NotesTest;
import com.hekax.phone.platform.SampleEvents;
import com.hekax.phone.platform.tenancy.Permission;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdempotencyTest extends NotesTest {
  private final AtomicBoolean broken = new AtomicBoolean();

  @Route(value = "POST /api/things", needs = Permission.LEADS_WRITE)
  private static final class CreateSecret extends ApiHandler {
    private final IdempotencyTest test;

    CreateSecret(IdempotencyTest test) {
      this.test = test;
    }

    @Override
    protected ApiResponse handle(ApiRequest request) {
      test.write(request, "created");
      return ApiResponse.created(
              "/api/things/7", Map.of("name", "x", "secret", "whsec_" + UUID.randomUUID()))
          .asShownOnce();
    }
  }

  @Route(value = "DELETE /api/things/{thingId}", needs = Permission.LEADS_WRITE)
  private static final class DeleteThing extends ApiHandler {
    private final IdempotencyTest test;

    DeleteThing(IdempotencyTest test) {
      this.test = test;
    }

    @Override
    protected ApiResponse handle(ApiRequest request) {
      test.write(request, "deleted");
      return ApiResponse.noContent();
    }
  }

  private final TestFunction<CreateSecret> create = function(() -> new CreateSecret(this));
  private final TestFunction<DeleteThing> delete = function(() -> new DeleteThing(this));
  private final String thing = LeadId.create().toString();

  private void write(ApiRequest request, String text) {
    platform()
        .database()
        .useTransaction(
            request.organization(),
            tx -> {
              tx.dao(NoteDao.class).insert(request.organization(), text);
              platform()
                  .outbox()
                  .add(tx, SampleEvents.captured(request.organization(), "of a request"));
            });
    if (broken.get()) {
      throw new IllegalStateException("after the write");
    }
  }

  @BeforeEach
  void given_no_keys() {
    sql("truncate idempotency_keys");
    sql("truncate outbox");
    broken.set(false);
  }

  private TestRequest withKey() {
    return request().as(acme().agent()).header("idempotency-key", "2f1c9c52-key");
  }

  private TestRequest creation() {
    return withKey().json(Map.of("name", "x"));
  }

  private TestRequest deletion() {
    return withKey().path("thingId", thing);
  }

  @Nested
  class Given_an_answer_without_a_body {

    @Test
    void when_the_request_is_repeated_then_it_gets_the_same_and_nothing_happens_again() {
      var first = delete.call(deletion());
      var second = delete.call(deletion());

      assertThat(first.status()).isEqualTo(204);
      assertThat(first.header("idempotency-replayed")).isEmpty();
      assertThat(second.status()).isEqualTo(204);
      assertThat(second.text()).isEmpty();
      assertThat(second.header("idempotency-replayed")).contains("true");
      assertThat(notes()).containsExactly("deleted");
      assertThat(rows("select from outbox")).hasSize(1);
    }

    @Test
    void when_the_key_comes_with_another_path_then_it_is_refused() {
      delete.call(deletion());

      var response = delete.call(withKey().path("thingId", LeadId.create()));

      assertThat(response.status()).isEqualTo(422);
      assertThat(notes()).hasSize(1);
    }

    @Test
    void when_five_send_it_at_once_then_it_happens_once_and_all_get_the_answer() {
      var statuses = AtOnce.times(5, _ -> delete.call(deletion()).status());

      assertThat(statuses).containsOnly(204);
      assertThat(notes()).containsExactly("deleted");
    }
  }

  @Nested
  class Given_an_answer_with_a_secret_that_is_shown_once {

    @Test
    void when_the_request_is_repeated_then_it_is_told_where_the_thing_is_and_not_the_secret() {
      var first = create.call(creation());
      var second = create.call(creation());

      assertThat(first.status()).isEqualTo(201);
      assertThat(second.status()).isEqualTo(409);
      assertThat(second.problem()).isEqualTo("SHOWN_ONCE");
      assertThat(second.json().path("detail").asText()).contains("/api/things/7");
      assertThat(notes()).containsExactly("created");
    }

    @Test
    void when_it_was_given_then_no_table_remembers_the_secret() {
      var secret = create.call(creation()).json().path("secret").asText();

      assertThat(secret).startsWith("whsec_");
      assertThat(rows("select k::text as line from idempotency_keys as k").toString())
          .contains("2f1c9c52-key")
          .doesNotContain(secret);
    }
  }

  @Nested
  class Given_a_request_that_fails {

    @Test
    void when_it_failed_on_our_side_then_nothing_of_it_stays_and_the_key_is_free() {
      broken.set(true);
      assertThat(create.call(creation()).status()).isEqualTo(500);
      assertThat(notes()).isEmpty();
      assertThat(rows("select from outbox")).isEmpty();

      broken.set(false);
      assertThat(create.call(creation()).status()).isEqualTo(201);
      assertThat(notes()).containsExactly("created");
    }
  }

  @Nested
  class Given_no_key {

    @Test
    void when_the_request_is_repeated_then_it_happens_again() {
      delete.call(request().as(acme().agent()).path("thingId", thing));
      delete.call(request().as(acme().agent()).path("thingId", thing));

      assertThat(notes()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "with a space", "umläut-key"})
    void when_the_key_is_not_as_documented_then_it_is_named(String key) {
      var response = create.call(creation().header("idempotency-key", key));

      assertThat(response.status()).isEqualTo(400);
      assertThat(response.wrongFields()).containsOnly("Idempotency-Key");
      assertThat(notes()).isEmpty();
    }
  }
}
