package com.hekax.phone.bridge.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.hekax.phone.bridge.backend.FakeBackEnd;
import com.hekax.phone.bridge.edge.FakeTwilio.Closed;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BrokenLineTest extends BridgeTest {

  @Test
  void given_the_caller_speaks_then_what_is_playing_is_cleared_and_cut() throws Exception {
    var twilio = greeted();
    var session = model.sessions.getFirst();
    session.say("{\"type\":\"response.created\",\"response\":{\"id\":\"resp_2\"}}");
    var second = "/".repeat(10_664) + "////"; // about a second
    session.say(
        """
        {"type":"response.output_audio.delta","response_id":"resp_2","item_id":"item_2",\
        "content_index":0,"delta":"%s"}"""
            .formatted(second));
    eventually("played", () -> twilio.messages("media").size() == 2);
    session.say("{\"type\":\"input_audio_buffer.speech_started\",\"item_id\":\"item_3\"}");

    eventually("cleared", () -> twilio.messages("clear").size() == 1);
    eventually("cut", () -> session.events("conversation.item.truncate").size() == 1);
    var cut = session.events("conversation.item.truncate").getFirst();
    assertThat(cut.text("item_id")).isEqualTo("item_2");
    assertThat(cut.number("audio_end_ms")).isBetween(1L, 1_000L);
  }

  @Test
  void given_the_model_is_lost_then_another_session_is_told_what_was_said_and_does_not_greet()
      throws Exception {
    var twilio = greeted();
    model.sessions.getFirst().drop();
    var second = model.next();
    twilio.hear(SOUND);

    eventually("audio", () -> !second.events("input_audio_buffer.append").isEmpty());
    assertThat(second.events("conversation.item.create").getLast().object("item").toString())
        .contains("assistant", "Hello.");
    assertThat(second.events("response.create")).isEmpty();
  }

  @Test
  void given_the_model_is_lost_twice_then_the_caller_is_sent_to_a_person() throws Exception {
    var twilio = greeted();
    model.sessions.getFirst().drop();
    var second = model.next();
    eventually("set up", () -> second.events("conversation.item.create").size() == 2);
    second.drop();

    eventually("sent on", () -> backEnd.asked("/api/bridge/redirects").size() == 1);
    assertThat(backEnd.asked("/api/bridge/redirects").getFirst().body().text("reason"))
        .isEqualTo("MODEL_FAILED");
    twilio.stop();
    eventually("reported", () -> backEnd.asked("/api/calls/1/report").size() == 1);
    assertThat(backEnd.asked("/api/calls/1/report").getFirst().body().text("reason"))
        .isEqualTo("MODEL_FAILED");
  }

  @Test
  void given_the_model_refuses_the_key_then_the_caller_is_sent_on_without_another_try()
      throws Exception {
    model.refuseNext(401);
    FakeTwilio.start(bridge.port());

    eventually("sent on", () -> backEnd.asked("/api/bridge/redirects").size() == 1);
    assertThat(model.sessions).isEmpty();
  }

  @Test
  void given_the_model_is_busy_then_it_is_tried_again() throws Exception {
    model.refuseNext(429);
    FakeTwilio.start(bridge.port());
    var session = model.next();

    eventually("greeting asked for", () -> session.events("response.create").size() == 1);
  }

  @Test
  void given_the_line_breaks_then_the_model_is_closed_at_once_and_one_report_is_sent()
      throws Exception {
    var twilio = greeted();
    var session = model.sessions.getFirst();
    long broken = System.nanoTime();
    twilio.vanish();

    eventually("model closed", () -> !session.isOpen());
    assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - broken)).isLessThan(1_000);
    eventually("reported", () -> backEnd.asked("/api/calls/1/report").size() == 1);
    assertThat(backEnd.asked("/api/calls/1/report").getFirst().body().text("reason"))
        .isEqualTo("STREAM_LOST");
    eventually("place left", () -> bridge.activeCalls() == 0);
  }

  @Test
  void given_the_process_must_end_then_calls_that_last_too_long_are_closed_and_say_so()
      throws Exception {
    var twilio = greeted();

    bridge.drain(Duration.ofMillis(100));

    assertThat(twilio.awaitClosed()).isEqualTo(new Closed(1001, "going away"));
    assertThat(backEnd.asked("/api/calls/1/report"))
        .singleElement()
        .satisfies(report -> assertThat(report.body().text("reason")).isEqualTo("DRAINED"));
  }

  @Test
  void given_a_tool_that_takes_too_long_then_the_model_is_told_that_it_did_not_work()
      throws Exception {
    backEnd.answer(
        "/api/leads/tools/capture-lead",
        _ -> {
          try {
            Thread.sleep(3_000);
          } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
          }
          return new FakeBackEnd.Answer(200, "{\"ok\":true}");
        });
    greeted();
    var session = model.sessions.getFirst();
    session.say("{\"type\":\"response.created\",\"response\":{\"id\":\"resp_2\"}}");
    session.say(
        """
        {"type":"response.done","response":{"id":"resp_2","status":"completed","output":[
         {"id":"item_3","type":"function_call","name":"capture_lead","call_id":"call_1",
          "arguments":"{}"}]}}
        """);

    eventually("told", () -> session.events("conversation.item.create").size() == 1);
    assertThat(session.events("conversation.item.create").getFirst().object("item").text("output"))
        .contains("\"ok\":false", "unavailable");
  }
}
