package com.hekax.phone.calls.api;

import static com.hekax.phone.fixtures.TestRequest.request;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.hekax.phone.calls.TestCall;
import com.hekax.phone.calls.worker.RecordCallWorker;
import com.hekax.phone.contracts.CallId;
import com.hekax.phone.fixtures.DatabaseTest;
import com.hekax.phone.fixtures.TestFunction;
import com.hekax.phone.fixtures.TestResponse;
import com.hekax.phone.platform.json.Json;
import com.hekax.phone.platform.tenancy.OngoingCall;
import com.hekax.phone.platform.tenancy.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallTurnRoutesTest extends DatabaseTest {
  private final TestFunction<CreateCallTurnsHandler> create = function(CreateCallTurnsHandler::new);
  private final TestFunction<ListCallTurnsHandler> list = function(ListCallTurnsHandler::new);
  private final TestFunction<RecordCallWorker> worker = function(RecordCallWorker::new);

  private TestCall call = TestCall.of(acme());

  @BeforeEach
  void given_a_call_without_turns() {
    sql("delete from call_turns");
    call = TestCall.of(acme());
  }

  /** A turn that begins so many seconds after the call. */
  private Map<String, Object> turn(String itemId, int position, int seconds, String text) {
    var turn = new HashMap<String, Object>();
    turn.put("itemId", itemId);
    turn.put("position", position);
    turn.put("speaker", position % 2 == 0 ? "ASSISTANT" : "CALLER");
    turn.put("text", text);
    turn.put("at", call.after(seconds).toString());
    turn.put("interrupted", false);
    return turn;
  }

  private static Map<String, Object> interrupted(Map<String, Object> turn, String heard) {
    var cut = new HashMap<>(turn);
    cut.put("text", heard);
    cut.put("interrupted", true);
    cut.put("heardMs", 900);
    return cut;
  }

  @SafeVarargs
  private TestResponse post(Map<String, Object>... turns) {
    var list = new ArrayList<Map<String, Object>>();
    for (var turn : turns) {
      list.add(turn);
    }
    return post(acme().ongoing(call.id()), call.id(), list);
  }

  private TestResponse post(OngoingCall as, CallId to, List<Map<String, Object>> turns) {
    return create.call(request().as(as).path("callId", to).json(Map.of("turns", turns)));
  }

  /** The transcript as staff read it, once the call's own row is there. */
  private List<JsonNode> transcript(int limit) {
    assertThat(worker.deliver(call.started())).isEmpty();
    var seen = new ArrayList<JsonNode>();
    var next = "";
    do {
      var asked = request().as(acme().agent()).path("callId", call.id()).query("limit", limit);
      var page = list.call(next.isEmpty() ? asked : asked.query("cursor", next)).json();
      page.path("items").forEach(seen::add);
      next = page.path("next").asText("");
    } while (!next.isEmpty() && !next.equals("null"));
    return seen;
  }

  private List<String> texts() {
    return transcript(100).stream().map(turn -> turn.path("text").asText()).toList();
  }

  @Nested
  class Given_a_call_whose_row_is_not_there_yet {

    @Test
    void when_turns_are_posted_then_they_are_in_the_transcript_as_they_were_said() {
      var response = post(turn("item_1", 0, 2, "Hello."), turn("item_2", 1, 4, "Hi, it's Maria."));

      assertThat(response.status()).isEqualTo(204);
      var said = transcript(100);
      assertThat(said)
          .extracting(turn -> turn.path("speaker").asText() + ": " + turn.path("text").asText())
          .containsExactly("ASSISTANT: Hello.", "CALLER: Hi, it's Maria.");
      assertThat(said.getFirst().path("at").asText()).isEqualTo("2026-11-20T10:00:02Z");
      assertThat(said.getFirst().path("heardMs").isNull()).isTrue();
    }

    @Test
    void when_they_come_out_of_order_then_the_transcript_is_in_the_order_they_were_said() {
      post(turn("item_3", 2, 6, "third"));
      post(turn("item_2", 1, 4, "second"), turn("item_1", 0, 2, "first"));

      assertThat(texts()).containsExactly("first", "second", "third");
    }

    @Test
    void when_two_begin_at_the_same_moment_then_their_positions_tell() {
      post(turn("item_b", 1, 2, "second"), turn("item_a", 0, 2, "first"));

      assertThat(texts()).containsExactly("first", "second");
    }

    @Test
    void when_the_call_comes_back_to_the_receptionist_then_the_second_session_follows_the_first() {
      post(turn("item_1", 0, 2, "Hello."), turn("item_2", 1, 4, "A person, please."));
      post(turn("item_3", 0, 60, "Nobody can take the call."), turn("item_4", 1, 64, "Oh."));

      assertThat(texts())
          .containsExactly("Hello.", "A person, please.", "Nobody can take the call.", "Oh.");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 100})
    void when_it_is_read_by_pages_then_each_turn_is_seen_once_in_order(int limit) {
      // Four begin in each second: their positions break the tie.
      for (int i = 0; i < 20; i++) {
        post(turn("item_" + (97 * i % 20), i, i / 4, "turn " + i));
      }

      assertThat(transcript(limit))
          .extracting(turn -> turn.path("text").asText())
          .containsExactlyElementsOf(IntStream.range(0, 20).mapToObj(i -> "turn " + i).toList());
    }
  }

  @Nested
  class Given_a_turn_that_is_known {
    private final Map<String, Object> known = turn("item_1", 0, 2, "How can I help you?");

    @BeforeEach
    void given() {
      post(known);
    }

    @Test
    void when_it_is_posted_again_then_it_is_there_once() {
      assertThat(post(known).status()).isEqualTo(204);
      assertThat(post(known, turn("item_2", 1, 4, "Hi.")).status()).isEqualTo(204);

      assertThat(texts()).containsExactly("How can I help you?", "Hi.");
    }

    @Test
    void when_more_of_it_is_known_then_that_replaces_it() {
      post(turn("item_1", 4, 3, "How can I help you today?"));

      var said = transcript(100);
      assertThat(said).hasSize(1);
      assertThat(said.getFirst().path("text").asText()).isEqualTo("How can I help you today?");
      assertThat(said.getFirst().path("position").asInt()).isEqualTo(4);
      assertThat(said.getFirst().path("at").asText()).isEqualTo("2026-11-20T10:00:03Z");
    }

    @Test
    void when_it_was_interrupted_then_what_was_heard_replaces_it_for_good() {
      post(interrupted(known, "How can"));
      post(known);

      var said = transcript(100);
      assertThat(said.getFirst().path("text").asText()).isEqualTo("How can");
      assertThat(said.getFirst().path("interrupted").asBoolean()).isTrue();
      assertThat(said.getFirst().path("heardMs").asInt()).isEqualTo(900);
    }

    @Test
    void when_an_older_post_of_it_comes_late_then_nothing_is_lost() {
      post(turn("item_1", 0, 2, "How"));

      assertThat(texts()).containsExactly("How can I help you?");
    }

    @Test
    void when_one_post_holds_it_three_times_then_what_knows_most_stands() {
      var response =
          post(
              turn("item_2", 1, 4, "Hi, it's"),
              turn("item_2", 1, 4, "Hi, it's Maria."),
              turn("item_2", 1, 4, "Hi,"));

      assertThat(response.status()).isEqualTo(204);
      assertThat(texts()).containsExactly("How can I help you?", "Hi, it's Maria.");
    }

    @Test
    void when_many_post_the_same_turns_at_once_then_all_succeed() {
      var turns = IntStream.range(0, 50).mapToObj(i -> turn("item_" + i, i, i, "t" + i)).toList();
      var statuses = new ArrayList<Integer>();
      try (var bridges = Executors.newFixedThreadPool(8)) {
        var posts =
            IntStream.range(0, 16)
                .mapToObj(
                    i ->
                        bridges.submit(
                            () -> {
                              var mine = i % 2 == 0 ? turns : turns.reversed();
                              return post(acme().ongoing(call.id()), call.id(), mine).status();
                            }))
                .toList();
        for (var one : posts) {
          statuses.add(join(one));
        }
      }
      assertThat(statuses).containsOnly(204);
      assertThat(transcript(100)).hasSize(50);
    }
  }

  @Nested
  class Given_a_post_that_the_document_does_not_allow {

    @Test
    void when_it_holds_50_turns_of_4000_letters_then_it_is_taken() {
      var turns =
          IntStream.range(0, 50).mapToObj(i -> turn("item_" + i, i, i, "x".repeat(4_000))).toList();

      assertThat(post(acme().ongoing(call.id()), call.id(), turns).status()).isEqualTo(204);
    }

    @Test
    void when_it_holds_51_turns_or_none_then_it_is_refused() {
      var turns = IntStream.range(0, 51).mapToObj(i -> turn("item_" + i, i, i, "x")).toList();

      assertThat(post(acme().ongoing(call.id()), call.id(), turns).wrongFields())
          .containsExactly("turns");
      assertThat(post().wrongFields()).containsExactly("turns");
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
        delimiter = '|',
        textBlock =
            """
            itemId      | ""
            itemId      | "two words"
            position    | -1
            position    | 1.5
            speaker     | "ROBOT"
            text        | null
            at          | "yesterday"
            interrupted | "yes"
            heardMs     | -1
            mood        | "good"
            """)
    void when_a_field_is_wrong_then_it_is_named_and_nothing_is_kept(String field, String value) {
      var wrong = turn("item_2", 1, 4, "Hi.");
      wrong.put(field, Json.tree(value));

      var response = post(turn("item_1", 0, 2, "Hello."), wrong);

      assertThat(response.status()).isEqualTo(400);
      assertThat(response.wrongFields()).containsOnly("turns[1]." + field);
      assertThat(rows("select from call_turns")).isEmpty();
    }

    @Test
    void when_a_text_has_4001_letters_then_it_is_refused() {
      assertThat(post(turn("item_1", 0, 2, "x".repeat(4_001))).wrongFields())
          .containsExactly("turns[0].text");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0000", "\\ud83d", "\\ude00 \\ud83d"})
    void when_a_text_cannot_be_kept_then_it_is_refused_by_name(String escape) {
      var body = Json.write(Map.of("turns", List.of(turn("item_1", 0, 2, "HERE"))));

      var response =
          create.call(
              request()
                  .as(acme().ongoing(call.id()))
                  .path("callId", call.id())
                  .json(body.replace("HERE", escape)));

      assertThat(response.status()).isEqualTo(400);
      assertThat(response.wrongFields()).containsExactly("turns[0].text");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          "שלום, אני צריך תור",
          "\u202eevil\u202c \u200f",
          "😀👩‍👩‍👧‍👦",
          "'); drop table calls; --",
          "<script>alert(1)</script>",
          "{\"a\": [\"\\\\u0000\"]}",
          "\ufeff\u0001\t\n"
        })
    void when_a_text_is_only_strange_then_it_is_kept_as_it_is(String text) {
      assertThat(post(turn("item_1", 0, 2, text)).status()).isEqualTo(204);

      assertThat(texts()).containsExactly(text);
    }
  }

  @Nested
  class Given_somebody_else {
    private final List<Map<String, Object>> forged = List.of(turn("item_1", 0, 2, "Forged."));

    @Test
    void when_another_call_of_Acme_posts_then_there_is_no_such_call() {
      var response = post(acme().ongoing(CallId.create()), call.id(), forged);

      assertThat(response.status()).isEqualTo(404);
      assertThat(response.problem()).isEqualTo("NOT_FOUND");
      assertThat(rows("select from call_turns")).isEmpty();
    }

    @Test
    void when_a_call_of_Globex_posts_then_there_is_no_such_call() {
      assertThat(post(globex().ongoing(CallId.create()), call.id(), forged).status())
          .isEqualTo(404);
      assertThat(rows("select from call_turns")).isEmpty();
    }

    @Test
    void when_Globex_has_a_credential_with_the_same_call_then_Acmes_transcript_stays() {
      post(turn("item_1", 0, 2, "Hello."));

      post(globex().ongoing(call.id()), call.id(), forged);

      assertThat(texts()).containsExactly("Hello.");
    }

    @ParameterizedTest
    @EnumSource
    void when_a_member_posts_then_it_is_forbidden_in_any_role(Role role) {
      var response =
          create.call(
              request()
                  .as(acme().as(role))
                  .path("callId", call.id())
                  .json(Map.of("turns", forged)));

      assertThat(response.status()).isEqualTo(403);
      assertThat(rows("select from call_turns")).isEmpty();
    }

    @Test
    void when_nobody_posts_then_it_is_401() {
      var response = create.call(request().path("callId", call.id()).json(Map.of("turns", forged)));

      assertThat(response.status()).isEqualTo(401);
    }
  }

  private static <T> T join(java.util.concurrent.Future<T> future) {
    try {
      return future.get();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
