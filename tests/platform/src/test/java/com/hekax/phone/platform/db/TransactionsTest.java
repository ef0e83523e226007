package com.hekax.phone.platform.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hekax.phone.platform.AtOnce;
import com.hekax.phone.platform.LoggedLines;
import com.hekax.phone.platform.NotesTest;
import com.hekax.phone.platform.problems.Problem;
import com.hekax.phone.platform.problems.ProblemType;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TransactionsTest extends NotesTest {
  private final Database database = platform().database();

  private void write(Tx tx, String text) {
    tx.dao(NoteDao.class).insert(acme().id(), text);
  }

  private List<String> read() {
    return database.read(acme().id(), tx -> tx.dao(NoteDao.class).findAll());
  }

  @Nested
  class Given_one_transaction {

    @Test
    void when_it_ends_well_then_its_result_is_handed_on_and_what_it_wrote_stays() {
      var result =
          database.inTransaction(
              acme().id(),
              tx -> {
                write(tx, "one");
                write(tx, "two");
                return "result";
              });

      assertThat(result).isEqualTo("result");
      assertThat(notes()).containsExactly("one", "two");
    }

    @Test
    void when_it_fails_then_the_failure_is_handed_on_and_nothing_stays() {
      assertThatThrownBy(
              () ->
                  database.useTransaction(
                      acme().id(),
                      tx -> {
                        write(tx, "lost");
                        throw ProblemType.CONFLICT.because("No.");
                      }))
          .isInstanceOf(Problem.class);

      assertThat(notes()).isEmpty();
    }

    @Test
    void when_a_statement_fails_then_the_next_transaction_is_not_troubled() {
      assertThatThrownBy(
              () -> database.useTransaction(acme().id(), tx -> tx.handle().execute("select 1 / 0")))
          .hasStackTraceContaining("division by zero");

      database.useTransaction(acme().id(), tx -> write(tx, "next"));

      assertThat(notes()).containsExactly("next");
    }

    @Test
    void when_it_runs_then_nobody_sees_what_it_wrote_before_it_ends() {
      database.useTransaction(
          acme().id(),
          tx -> {
            write(tx, "unsaid");
            assertThat(notes()).isEmpty();
          });

      assertThat(notes()).containsExactly("unsaid");
    }
  }

  @Nested
  class Given_work_that_is_to_follow_the_commit {
    private final List<String> followed = new ArrayList<>();

    @Test
    void when_the_transaction_is_committed_then_it_follows_in_order_and_outside_of_it() {
      database.useTransaction(
          acme().id(),
          tx -> {
            write(tx, "saved");
            tx.afterCommit(() -> followed.addAll(notes()));
            tx.afterCommit(
                () -> database.useTransaction(globex().id(), _ -> followed.add("in another")));
            assertThat(followed).isEmpty();
          });

      assertThat(followed).containsExactly("saved", "in another");
    }

    @Test
    void when_the_transaction_is_rolled_back_then_it_does_not_follow() {
      assertThatThrownBy(
              () ->
                  database.useTransaction(
                      acme().id(),
                      tx -> {
                        tx.afterCommit(() -> followed.add("followed"));
                        throw new IllegalStateException("no");
                      }))
          .hasMessage("no");

      assertThat(followed).isEmpty();
    }

    @Test
    void when_it_fails_then_that_is_logged_and_the_rest_follows_all_the_same() {
      try (var log = new LoggedLines()) {
        database.useTransaction(
            acme().id(),
            tx -> {
              write(tx, "saved");
              tx.afterCommit(
                  () -> {
                    throw new IllegalStateException("the bus is down");
                  });
              tx.afterCommit(() -> followed.add("followed"));
            });

        assertThat(log.of("ERROR")).hasSize(1);
      }
      assertThat(notes()).containsExactly("saved");
      assertThat(followed).containsExactly("followed");
    }

    @Test
    void when_it_was_asked_for_in_an_inner_transaction_then_it_waits_for_the_outer() {
      database.useTransaction(
          acme().id(),
          _ -> {
            database.useTransaction(
                acme().id(), inner -> inner.afterCommit(() -> followed.add("followed")));
            assertThat(followed).isEmpty();
          });

      assertThat(followed).containsExactly("followed");
    }
  }

  @Nested
  class Given_a_transaction_inside_another {

    @Test
    void when_both_are_of_one_organization_then_they_are_one() {
      assertThatThrownBy(
              () ->
                  database.useTransaction(
                      acme().id(),
                      outer -> {
                        write(outer, "outer");
                        database.useTransaction(acme().id(), inner -> write(inner, "inner"));
                        assertThat(read()).containsExactly("inner", "outer");
                        throw new IllegalStateException("after the inner one");
                      }))
          .hasMessage("after the inner one");

      assertThat(notes()).isEmpty();
    }

    @Test
    void when_the_inner_is_of_another_organization_then_it_is_refused_and_nothing_stays() {
      assertThatThrownBy(
              () ->
                  database.useTransaction(
                      acme().id(),
                      outer -> {
                        write(outer, "outer");
                        database.useTransaction(globex().id(), inner -> write(inner, "inner"));
                      }))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("A transaction of another scope is open on this thread");

      assertThat(notes()).isEmpty();
    }

    @Test
    void when_the_inner_is_the_systems_then_each_is_its_own() {
      var system = platform().systemDatabase();
      assertThatThrownBy(
              () ->
                  database.useTransaction(
                      acme().id(),
                      outer -> {
                        write(outer, "undone");
                        system.useTransaction(
                            inner ->
                                inner
                                    .handle()
                                    .execute(
                                        "update users set name = 'done' where id = ?",
                                        acme().agent().user().value()));
                        throw new IllegalStateException("no");
                      }))
          .hasMessage("no");

      assertThat(notes()).isEmpty();
      assertThat(rows("select from users where name = 'done'")).hasSize(1);
    }
  }

  @Nested
  class Given_a_transaction_that_only_reads {

    @Test
    void when_a_statement_writes_then_the_database_refuses() {
      assertThatThrownBy(
              () ->
                  database.read(
                      acme().id(),
                      tx -> {
                        write(tx, "smuggled");
                        return 1;
                      }))
          .hasStackTraceContaining("cannot execute INSERT in a read-only transaction");
    }

    @Test
    void when_it_was_the_last_one_then_the_next_may_write() {
      read();

      database.useTransaction(acme().id(), tx -> write(tx, "written"));

      assertThat(read()).containsExactly("written");
    }

    @Test
    void when_one_that_writes_begins_inside_then_it_is_refused() {
      assertThatThrownBy(
              () ->
                  database.read(
                      acme().id(),
                      _ -> database.inTransaction(acme().id(), inner -> inner.hashCode())))
          .hasMessage("A write inside a read-only transaction");
    }
  }

  @Nested
  class Given_two_organizations_at_work_at_the_same_time {

    @Test
    void when_forty_transactions_run_at_once_then_each_sees_its_own_organization_alone() {
      database.useTransaction(acme().id(), tx -> write(tx, "Acme"));
      database.useTransaction(
          globex().id(), tx -> tx.dao(NoteDao.class).insert(globex().id(), "Globex"));

      var seen =
          AtOnce.times(
              40,
              number -> {
                var organization = number % 2 == 0 ? acme() : globex();
                return database.read(organization.id(), tx -> tx.dao(NoteDao.class).findAll());
              });

      for (int i = 0; i < seen.size(); i++) {
        assertThat(seen.get(i)).containsExactly(i % 2 == 0 ? "Acme" : "Globex");
      }
    }
  }
}
