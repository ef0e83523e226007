package com.hekax.phone.live.socket;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.hekax.phone.contracts.LeadCaptured;
import com.hekax.phone.contracts.LeadDetails;
import com.hekax.phone.contracts.LeadId;
import com.hekax.phone.contracts.TimeOrderedUuid;
import com.hekax.phone.fixtures.Organization;
import com.hekax.phone.fixtures.TestFunction;
import com.hekax.phone.live.LiveTest;
import com.hekax.phone.live.worker.BroadcastLiveWorker;
import com.hekax.phone.platform.json.Json;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A page that was away asks for what it missed. */
class ResumeTest extends LiveTest {
  private final TestFunction<LiveMessageHandler> message = function(LiveMessageHandler::new);
  private final TestFunction<BroadcastLiveWorker> worker = function(BroadcastLiveWorker::new);

  private static LeadCaptured captured(Organization organization) {
    var now = Instant.now().truncatedTo(ChronoUnit.MICROS);
    return new LeadCaptured(
        TimeOrderedUuid.next(),
        organization.id(),
        now,
        new LeadDetails(
            LeadId.create(),
            "Lead of " + organization.name(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            "NEW",
            "MANUAL",
            Optional.empty(),
            Optional.empty(),
            now,
            now,
            1));
  }

  private void happen(Organization organization, int times) {
    for (int i = 0; i < times; i++) {
      assertThat(worker.deliver(captured(organization))).isEmpty();
    }
  }

  private void say(String connectionId, String text) {
    var event = Json.MAPPER.createObjectNode().put("body", text);
    event.putObject("requestContext").put("connectionId", connectionId).put("requestId", "r-1");
    assertThat(message.invoke(event).path("statusCode").asInt()).isEqualTo(200);
  }

  /** What a page that opens a new link and asks is sent. */
  private List<JsonNode> resume(String connectionId, String text) {
    say(connectionId, text);
    return gateway.framesOf(connectionId);
  }

  private static String after(long seq) {
    return "{\"type\":\"resume\",\"after\":%d}".formatted(seq);
  }

  private static List<Long> numbers(List<JsonNode> frames) {
    return frames.stream()
        .filter(frame -> frame.has("seq"))
        .map(frame -> frame.path("seq").asLong())
        .toList();
  }

  private static void assertResumed(JsonNode frame, long seq, boolean complete) {
    assertThat(frame.path("v").asInt()).isEqualTo(1);
    assertThat(frame.path("type").asText()).isEqualTo("resumed");
    assertThat(frame.has("seq")).isFalse();
    assertThat(frame.at("/data/seq").asLong(-1)).isEqualTo(seq);
    assertThat(frame.at("/data/complete").asBoolean()).isEqualTo(complete);
  }

  @Nested
  class Given_a_page_of_Acme_that_was_cut_off_after_its_second_frame {

    @BeforeEach
    void given() {
      linked(acme(), "c-before");
      happen(acme(), 2);
      sql("delete from live_connections");
      happen(acme(), 3);
      happen(globex(), 4);
      linked(acme(), "c-acme");
      linked(globex(), "c-globex");
    }

    @Test
    void when_it_is_back_then_it_is_sent_exactly_what_it_missed_in_order() {
      var sent = resume("c-acme", after(2));

      assertThat(numbers(sent)).containsExactly(3L, 4L, 5L);
      assertThat(sent.subList(0, 3))
          .allSatisfy(
              frame -> {
                assertThat(frame.path("type").asText()).isEqualTo("lead.captured");
                assertThat(frame.at("/data/name").asText()).isEqualTo("Lead of Acme");
              });
      assertResumed(sent.getLast(), 5, true);
    }

    @Test
    void then_a_frame_that_is_sent_later_is_the_one_that_was_sent_at_once() {
      happen(acme(), 1);
      var atOnce = gateway.framesOf("c-acme").getFirst();

      say("c-acme", after(5));

      assertThat(gateway.framesOf("c-acme").get(1)).isEqualTo(atOnce);
    }

    @Test
    void when_it_missed_nothing_then_it_is_told_so() {
      assertResumed(resume("c-acme", after(5)).getFirst(), 5, true);
      assertThat(gateway.framesOf("c-acme")).hasSize(1);
    }

    @Test
    void when_it_knows_of_none_then_it_is_told_where_to_go_on_from() {
      assertThat(resume("c-acme", "{\"type\":\"resume\"}")).hasSize(1);
      assertResumed(gateway.framesOf("c-acme").getFirst(), 5, false);
    }

    @Test
    void when_a_page_of_Globex_asks_then_it_is_sent_what_its_own_missed() {
      var sent = resume("c-globex", after(0));

      assertThat(numbers(sent)).containsExactly(1L, 2L, 3L, 4L);
      assertThat(sent.subList(0, 4))
          .extracting(frame -> frame.at("/data/name").asText())
          .containsOnly("Lead of Globex");
      assertResumed(sent.getLast(), 4, true);
    }

    @Test
    void when_it_names_a_business_then_that_changes_nothing() {
      var sent =
          resume(
              "c-acme",
              "{\"type\":\"resume\",\"after\":4,\"organization\":\"%s\"}".formatted(globex().id()));

      assertThat(numbers(sent)).containsExactly(5L);
      assertThat(sent.getFirst().at("/data/name").asText()).isEqualTo("Lead of Acme");
    }

    @Test
    void when_some_of_it_is_no_longer_kept_then_it_is_told_to_ask_anew() {
      sql("delete from live_frames where seq = 3");

      assertThat(resume("c-acme", after(2))).hasSize(1);
      assertResumed(gateway.framesOf("c-acme").getFirst(), 5, false);
    }

    @Test
    void when_only_older_ones_are_no_longer_kept_then_it_is_sent_what_it_missed() {
      sql("delete from live_frames where seq <= 2");

      var sent = resume("c-acme", after(2));

      assertThat(numbers(sent)).containsExactly(3L, 4L, 5L);
      assertResumed(sent.getLast(), 5, true);
    }

    @Test
    void when_it_knows_a_number_that_there_was_not_then_it_is_told_to_ask_anew() {
      assertResumed(resume("c-acme", after(6)).getFirst(), 5, false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1.5", "\"2\"", "null", "[2]", "99999999999999999999"})
    void when_it_says_no_number_then_nothing_happens(String after) {
      assertThat(resume("c-acme", "{\"type\":\"resume\",\"after\":%s}".formatted(after))).isEmpty();
    }

    @Test
    void when_it_is_cut_off_again_meanwhile_then_its_link_is_forgotten() {
      gateway.gone("c-acme");

      say("c-acme", after(2));

      assertThat(links()).containsExactly("c-globex");
    }

    @Test
    void when_it_cannot_be_reached_in_the_middle_then_nothing_after_that_is_sent() {
      gateway.brokenAfter("c-acme", 1);

      assertThat(numbers(resume("c-acme", after(2)))).containsExactly(3L);
      assertThat(links()).contains("c-acme");
    }
  }

  @Test
  void given_more_than_is_sent_one_by_one_then_a_page_is_told_to_ask_anew() {
    linked(acme(), "c-1");
    sql(
        """
        insert into live_frames (organization_id, seq, type, at, data, created_at)
        select ?, n, 'lead.captured', now(), '{}', now() from generate_series(1, 201) as n
        """,
        acme().id().value());
    sql("insert into live_sequences values (?, 201)", acme().id().value());

    assertThat(resume("c-1", after(0))).hasSize(1);
    assertResumed(gateway.framesOf("c-1").getFirst(), 201, false);
    say("c-1", after(1));
    assertThat(gateway.framesOf("c-1")).hasSize(202);
    assertResumed(gateway.framesOf("c-1").getLast(), 201, true);
  }

  @Test
  void given_a_business_to_which_nothing_has_happened_then_a_page_begins_at_nothing() {
    linked(acme(), "c-1");

    assertResumed(resume("c-1", "{\"type\":\"resume\"}").getFirst(), 0, false);
    say("c-1", after(0));
    assertResumed(gateway.framesOf("c-1").getLast(), 0, true);
  }

  @ParameterizedTest
  @ValueSource(strings = {"c-unknown", "c-expired"})
  void given_a_link_that_is_not_known_then_it_is_sent_nothing(String connectionId) {
    linked(acme(), "c-expired");
    sql("update live_connections set expires_at = now()");
    happen(acme(), 1);

    assertThat(resume(connectionId, after(0))).isEmpty();
  }

  @Test
  void given_many_workers_at_once_then_numbers_have_no_holes_at_any_moment() throws Exception {
    int workers = 8;
    int events = 25;
    var tasks = new ArrayList<Callable<Boolean>>();
    for (int i = 0; i < workers; i++) {
      var own = function(BroadcastLiveWorker::new);
      var organization = i % 4 == 0 ? globex() : acme();
      tasks.add(
          () -> {
            for (int event = 0; event < events; event++) {
              own.deliver(captured(organization));
            }
            return true;
          });
    }
    var holes = new ArrayList<Object>();
    try (var executor = Executors.newFixedThreadPool(workers)) {
      var running = tasks.stream().map(executor::submit).toList();
      while (!running.stream().allMatch(Future::isDone)) {
        holes.addAll(
            rows(
                """
                select organization_id, count(*), max(seq) from live_frames
                 group by 1 having count(*) <> max(seq)
                """));
      }
      for (var one : running) {
        assertThat(one.get()).isTrue();
      }
    }

    assertThat(holes).isEmpty();
    assertThat(seqsOf(acme())).isEqualTo(LongStream.rangeClosed(1, 6L * events).boxed().toList());
    assertThat(seqsOf(globex())).isEqualTo(LongStream.rangeClosed(1, 2L * events).boxed().toList());
  }

  private List<Object> seqsOf(Organization organization) {
    return rows(
            "select seq from live_frames where organization_id = ? order by seq",
            organization.id().value())
        .stream()
        .<Object>map(row -> row.get("seq"))
        .toList();
  }
}
