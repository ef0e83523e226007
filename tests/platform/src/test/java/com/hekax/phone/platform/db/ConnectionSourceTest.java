package com.hekax.phone.platform.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hekax.phone.platform.AtOnce;
import com.hekax.phone.platform.NotesTest;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ConnectionSourceTest extends NotesTest {
  private static final Duration LONG = Duration.ofHours(1);

  private final AtomicInteger passwordsAsked = new AtomicInteger();
  private Transactions transactions;

  @BeforeEach
  void given_a_source() {
    passwordsAsked.set(0);
    trusting(LONG);
  }

  @AfterEach
  void close() {
    transactions.close();
  }

  @Nested
  class Given_one_transaction_after_another {

    @Test
    void when_they_run_then_they_share_a_connection_and_the_password_was_asked_for_once() {
      int first = backend();

      assertThat(backend()).isEqualTo(first);
      assertThat(passwordsAsked).hasValue(1);
    }

    @Test
    void when_the_source_is_closed_then_so_is_the_connection() {
      int first = backend();
      transactions.close();

      assertThat(backend()).isNotEqualTo(first);
      assertThat(passwordsAsked).hasValue(2);
    }
  }

  @Nested
  class Given_two_at_the_same_time {

    @Test
    void when_they_run_then_each_has_a_connection_and_one_is_kept() {
      var bothRun = new CountDownLatch(2);
      var backends =
          AtOnce.times(
              2,
              _ ->
                  transactions.run(
                      new Nobody(),
                      tx -> {
                        bothRun.countDown();
                        await(bothRun);
                        return backendOf(tx);
                      }));

      assertThat(backends).doesNotHaveDuplicates();
      assertThat(backends).contains(backend());
      assertThat(passwordsAsked).hasValue(2);
    }

    private static void await(CountDownLatch latch) {
      try {
        assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  @Nested
  class Given_a_connection_that_the_server_ended {

    @Test
    void when_it_had_rested_for_a_while_then_it_is_replaced_and_nobody_notices() {
      trusting(Duration.ZERO);
      int first = backend();
      terminate(first);

      assertThat(backend()).isNotEqualTo(first);
    }

    @Test
    void when_it_was_used_just_before_then_one_transaction_fails_and_the_next_has_a_new_one() {
      int first = backend();
      terminate(first);

      assertThatThrownBy(ConnectionSourceTest.this::backend)
          .hasStackTraceContaining("PSQLException");
      assertThat(backend()).isNotEqualTo(first);
      assertThat(passwordsAsked).hasValue(2);
    }

    @Test
    void when_that_was_in_the_middle_of_a_transaction_then_nothing_of_it_stays() {
      assertThatThrownBy(
              () ->
                  transactions.run(
                      new Nobody(),
                      tx -> {
                        tx.handle()
                            .createQuery("select app.enter_organization(?)")
                            .bind(0, acme().id().value())
                            .mapToMap()
                            .one();
                        tx.dao(NoteDao.class).insert(acme().id(), "lost");
                        terminate(backendOf(tx));
                        return tx.dao(NoteDao.class).findAll();
                      }))
          .hasStackTraceContaining("PSQLException");

      assertThat(backend()).isPositive();
      assertThat(notes()).isEmpty();
    }
  }

  private void trusting(Duration trusted) {
    transactions =
        new Transactions(
            new ConnectionSource(
                platform().env().get("DB_URL"),
                "hekax_app",
                () -> "local" + passwordsAsked.incrementAndGet(),
                trusted));
  }

  private int backend() {
    return transactions.run(new Nobody(), ConnectionSourceTest::backendOf);
  }

  private static int backendOf(Tx tx) {
    return tx.handle().createQuery("select pg_backend_pid()").mapTo(Integer.class).one();
  }

  /** Ends a connection and waits until its process is gone. */
  private void terminate(int backend) {
    assertThat(rows("select pg_terminate_backend(?, 10000) as done", backend).getFirst())
        .containsEntry("done", true);
  }

  /** A transaction of no organization. */
  private record Nobody() implements Transactions.Scope {
    @Override
    public void enter(Tx tx) {}

    @Override
    public boolean readOnly() {
      return false;
    }

    @Override
    public boolean mayJoin(Transactions.Scope outer) {
      return false;
    }
  }
}
