package com.hekax.phone.bridge.backend;

import static org.assertj.core.api.Assertions.assertThat;

import com.hekax.phone.bridge.conversation.EndReason;
import com.hekax.phone.bridge.conversation.MediaStream;
import com.hekax.phone.bridge.conversation.RedirectReason;
import com.hekax.phone.bridge.conversation.Report;
import com.hekax.phone.bridge.conversation.ToolOutcome;
import com.hekax.phone.bridge.conversation.Turn;
import com.hekax.phone.bridge.conversation.Usage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BackEndSessionTest {
  private static final MediaStream STREAM = new MediaStream("MZ1", "CA1", "AC1", "token");
  private static final String TOOL = "/api/leads/tools/capture-lead";
  private static final Duration WITHIN = Duration.ofSeconds(2);
  private static final Instant AT = Instant.parse("2026-11-24T10:00:00Z");

  private FakeBackEnd backEnd;
  private BackEndSession session;

  @BeforeEach
  void open() throws Exception {
    backEnd = new FakeBackEnd();
    var exchange =
        new BackEnd(backEnd.origin())
            .exchange(STREAM, new Upgrade("/media", ""))
            .get(5, TimeUnit.SECONDS);
    session = ((Exchange.Opened) exchange).session();
  }

  @AfterEach
  void close() {
    backEnd.close();
  }

  /** Answers one after the other, and the last one for ever. */
  private void answers(String path, FakeBackEnd.Answer... answers) {
    Queue<FakeBackEnd.Answer> queue = new ArrayDeque<>(List.of(answers));
    backEnd.answer(path, _ -> queue.size() > 1 ? queue.remove() : queue.element());
  }

  private ToolOutcome tool() throws Exception {
    return session.callTool("call_1", TOOL, "{\"name\":\"Ana\"}", WITHIN).get(5, TimeUnit.SECONDS);
  }

  @Test
  void what_a_tool_answers_is_passed_on_as_it_is() throws Exception {
    backEnd.answer(TOOL, 200, "{ \"ok\": true, \"n\": 1.50 }");

    assertThat(tool()).isEqualTo(new ToolOutcome.Answered("{ \"ok\": true, \"n\": 1.50 }", false));
    assertThat(backEnd.asked(TOOL).getFirst().body()).hasToString("{\"name\":\"Ana\"}");
  }

  @Test
  void refused_arguments_come_back_by_field() throws Exception {
    backEnd.answer(
        TOOL, 400, "{\"code\":\"X\",\"errors\":[{\"field\":\"phone\",\"message\":\"short\"}]}");

    assertThat(tool())
        .isEqualTo(new ToolOutcome.Invalid("[{\"field\":\"phone\",\"message\":\"short\"}]"));
  }

  @Test
  void what_a_model_cannot_be_told_is_no_answer() throws Exception {
    answers(
        TOOL,
        new FakeBackEnd.Answer(200, "<html>"),
        new FakeBackEnd.Answer(200, "{\"a\":\"" + "x".repeat(2_048) + "\"}"),
        new FakeBackEnd.Answer(500, "{}"),
        new FakeBackEnd.Answer(404, "{}"));

    for (int i = 0; i < 4; i++) {
      assertThat(tool()).isEqualTo(new ToolOutcome.Unavailable());
    }
    assertThat(backEnd.asked(TOOL)).hasSize(4);
  }

  @Test
  void given_the_back_end_does_not_answer_then_the_outcome_is_known_in_time_all_the_same()
      throws Exception {
    backEnd.close();
    long began = System.nanoTime();

    assertThat(tool()).isEqualTo(new ToolOutcome.Unavailable());
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(WITHIN.plusMillis(500));
  }

  @Test
  void a_hang_up_is_tried_three_times() throws Exception {
    answers(
        "/api/bridge/hangups",
        new FakeBackEnd.Answer(503, "{}"),
        new FakeBackEnd.Answer(429, "{}"),
        new FakeBackEnd.Answer(202, "{}"));

    assertThat(session.hangUp().get(5, TimeUnit.SECONDS)).isTrue();
    assertThat(backEnd.asked("/api/bridge/hangups"))
        .hasSize(3)
        .allSatisfy(
            asked -> assertThat(asked.authorization()).isEqualTo("Bearer secret-of-the-call"));
  }

  @Test
  void given_a_redirect_is_refused_then_it_is_not_tried_again() throws Exception {
    backEnd.answer("/api/bridge/redirects", 409, "{}");

    assertThat(session.redirect(RedirectReason.TRANSFER).get(5, TimeUnit.SECONDS)).isFalse();
    assertThat(backEnd.asked("/api/bridge/redirects")).hasSize(1);
  }

  @Test
  void the_report_comes_after_the_last_turn_and_is_tried_again() throws Exception {
    answers("/api/calls/1/turns", new FakeBackEnd.Answer(503, ""), new FakeBackEnd.Answer(204, ""));
    answers(
        "/api/calls/1/report", new FakeBackEnd.Answer(503, ""), new FakeBackEnd.Answer(204, ""));
    session.save(
        new Turn("item_1", 0, Turn.Speaker.ASSISTANT, "Hello.", AT, true, OptionalInt.of(840)));

    session
        .finish(
            new Report(
                EndReason.TIME_LIMIT,
                AT,
                AT.plusSeconds(9),
                "model-1",
                new Usage(1, 2, 3, 4, 5, 6, 1.5, 0),
                OptionalLong.empty()))
        .get(8, TimeUnit.SECONDS);

    assertThat(backEnd.asked("/api/calls/1/turns")).hasSize(2);
    assertThat(backEnd.asked("/api/calls/1/turns").getLast().body())
        .hasToString(
            """
            {"turns":[{"itemId":"item_1","position":0,"speaker":"ASSISTANT","text":"Hello.",\
            "at":"2026-11-24T10:00:00Z","interrupted":true,"heardMs":840}]}""");
    assertThat(backEnd.asked("/api/calls/1/report"))
        .hasSize(2)
        .allSatisfy(asked -> assertThat(asked.idempotencyKey()).isEqualTo("MZ1"));
    assertThat(backEnd.asked("/api/calls/1/report").getLast().body())
        .hasToString(
            """
            {"reason":"TIME_LIMIT","startedAt":"2026-11-24T10:00:00Z",\
            "endedAt":"2026-11-24T10:00:09Z","model":"model-1","usage":{"inputTextTokens":1,\
            "inputAudioTokens":2,"cachedTextTokens":3,"cachedAudioTokens":4,\
            "outputTextTokens":5,"outputAudioTokens":6,"transcriptionSeconds":1.5}}""");
  }

  @Test
  void a_session_from_which_something_is_missing_cannot_be_used() {
    assertThat(SessionReply.read(FakeBackEnd.SESSION)).isPresent();
    for (var needed :
        List.of("callId", "credential", "model", "voice", "greeting", "turnsPath", "hangupsPath")) {
      assertThat(SessionReply.read(FakeBackEnd.SESSION.replace(needed, "other")))
          .as(needed)
          .isEmpty();
    }
    assertThat(SessionReply.read("not JSON")).isEmpty();
  }

  @Test
  void only_what_has_the_form_of_a_signature_may_be_one() {
    assertThat(new Upgrade("/media", "AAAAAAAAAAAAAAAAAAAAAAAAAAA=").maybeSigned()).isTrue();
    assertThat(new Upgrade("/media", "AAAAAAAAAAAAAAAAAAAAAAAAAAAA").maybeSigned()).isFalse();
    assertThat(new Upgrade("/media", "AAAAAAAAAAAAAAAAAAAAAAAAA-A=").maybeSigned()).isFalse();
    assertThat(new Upgrade("/media", "").maybeSigned()).isFalse();
  }
}
