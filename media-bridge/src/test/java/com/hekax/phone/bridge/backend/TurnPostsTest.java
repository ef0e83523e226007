package com.hekax.phone.bridge.backend;

import static org.assertj.core.api.Assertions.assertThat;

import com.hekax.phone.bridge.backend.Reply.Answered;
import com.hekax.phone.bridge.backend.Reply.Unreachable;
import com.hekax.phone.bridge.conversation.Turn;
import com.hekax.phone.bridge.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TurnPostsTest {
  private static final Reply SAVED = new Answered(204, "");

  private final List<String> posted = new ArrayList<>();
  private final List<CompletableFuture<Reply>> replies = new ArrayList<>();
  private final TurnPosts posts =
      new TurnPosts(
          body -> {
            synchronized (posted) {
              posted.add(texts(body));
              var reply = new CompletableFuture<Reply>();
              replies.add(reply);
              return reply;
            }
          },
          "call-1");

  private static String texts(String body) {
    var turns = JsonObject.parse(body).orElseThrow().objects("turns");
    return String.join(",", turns.stream().map(turn -> turn.text("text")).toList());
  }

  private static Turn turn(String itemId, String text) {
    return new Turn(
        itemId, 0, Turn.Speaker.CALLER, text, Instant.EPOCH, false, OptionalInt.empty());
  }

  private void await(int requests) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
    while (count() < requests && System.nanoTime() < end) {
      Thread.sleep(5);
    }
    assertThat(count()).isEqualTo(requests);
  }

  private int count() {
    synchronized (posted) {
      return posted.size();
    }
  }

  @Test
  void a_turn_is_sent_at_once_and_those_that_come_meanwhile_together_after_it() {
    posts.add(turn("a", "A"));
    posts.add(turn("b", "B"));
    posts.add(turn("c", "C"));
    assertThat(posted).containsExactly("A");

    replies.getFirst().complete(SAVED);

    assertThat(posted).containsExactly("A", "B,C");
  }

  @Test
  void what_is_newer_about_a_turn_replaces_what_waits() {
    posts.add(turn("a", "A"));
    posts.add(turn("b", "B"));
    posts.add(turn("b", "B more"));
    replies.getFirst().complete(SAVED);

    assertThat(posted).containsExactly("A", "B more");
  }

  @Test
  void given_the_back_end_fails_then_it_is_sent_again_with_what_came_meanwhile() throws Exception {
    posts.add(turn("a", "A"));
    posts.add(turn("b", "B"));
    replies.getFirst().complete(new Unreachable(true));
    await(2);

    assertThat(posted).containsExactly("A", "A,B");
  }

  @Test
  void given_it_fails_and_a_turn_has_grown_then_the_old_one_does_not_come_back() throws Exception {
    posts.add(turn("a", "A"));
    posts.add(turn("a", "A more"));
    replies.getFirst().complete(new Answered(503, ""));
    await(2);

    assertThat(posted).containsExactly("A", "A more");
  }

  @Test
  void given_the_back_end_refuses_then_it_is_not_asked_again() {
    posts.add(turn("a", "A"));
    replies.getFirst().complete(new Answered(404, ""));
    posts.add(turn("b", "B"));

    assertThat(posted).containsExactly("A", "B");
  }

  @Test
  void the_end_waits_until_everything_is_saved() {
    posts.add(turn("a", "A"));
    posts.add(turn("b", "B"));
    var finished = posts.finish();
    replies.getFirst().complete(SAVED);
    assertThat(finished).isNotDone();
    replies.getLast().complete(SAVED);

    assertThat(finished).isCompleted();
  }

  @Test
  void given_nothing_to_save_then_the_end_does_not_wait() {
    assertThat(posts.finish()).isCompleted();
  }

  @Test
  void given_a_back_end_that_is_away_for_long_then_the_oldest_turns_are_let_go() {
    posts.add(turn("first", "first"));
    for (int i = 0; i < 600; i++) {
      posts.add(turn("item_" + i, "t" + i));
    }
    replies.getFirst().complete(SAVED);

    assertThat(posted.getLast()).startsWith("t100,").endsWith(",t599");
  }
}
