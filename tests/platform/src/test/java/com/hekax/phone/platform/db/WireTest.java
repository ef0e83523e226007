package com.hekax.phone.platform.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hekax.phone.platform.NotesTest;
import com.hekax.phone.platform.SampleEvents;
import com.hekax.phone.platform.events.OutboxDao;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * RDS Proxy shares connections between functions as long as none leaves a mark on its session: a
 * {@code SET} or a named statement pins it ("Avoiding pinning an RDS Proxy", read 2026-11-22).
 */
class WireTest extends NotesTest {
  private final WireTap tap =
      new WireTap(DatabaseSettings.address(platform().env().get("DB_URL")).getPort());
  private final DatabaseSettings settings =
      new DatabaseSettings(
          platform().env().get("DB_URL").replaceFirst(":[0-9]+/", ":" + tap.port() + "/"),
          _ -> "local");

  @AfterAll
  void stop() throws Exception {
    tap.close();
  }

  @Nested
  class Given_functions_that_do_all_that_functions_do {

    @Test
    void when_the_driver_talks_to_the_server_then_it_leaves_no_mark_on_the_session() {
      try (var database = new Database(settings);
          var system = new SystemDatabase(settings)) {
        // More often than the five times after which the driver would name a statement.
        for (int i = 0; i < 12; i++) {
          doAll(database, system);
        }
      }

      var statements = tap.asked().stream().map(WireTap.Asked::sql).distinct().toList();
      assertThat(statements)
          .contains("BEGIN", "BEGIN READ ONLY", "COMMIT", "ROLLBACK")
          .anyMatch(sql -> sql.startsWith("select app.enter_organization("))
          .anyMatch(sql -> sql.startsWith("insert into notes"))
          .anyMatch(sql -> sql.contains("update outbox set published_at"));
      assertThat(tap.asked()).allMatch(asked -> asked.name().isEmpty());
      assertThat(statements)
          .noneMatch(
              sql ->
                  sql.matches(
                      "(?is)\\s*(set|reset|prepare|execute|deallocate|discard|declare|listen|load|lock)\\b.*"))
          .noneMatch(
              sql ->
                  sql.matches(
                      "(?is).*\\b(set_config|nextval|setval|pg_advisory_lock|pg_try_advisory_lock)\\b.*"))
          .allMatch(sql -> sql.length() < 16_000);
    }

    @Test
    void when_it_connects_then_the_server_knows_whose_connection_it_is() {
      try (var database = new Database(settings)) {
        var name =
            database.read(
                acme().id(),
                tx -> tx.handle().createQuery("show application_name").mapTo(String.class).one());

        assertThat(name).isEqualTo("hekax");
      }
    }

    private void doAll(Database database, SystemDatabase system) {
      database.useTransaction(
          acme().id(),
          tx -> {
            tx.dao(NoteDao.class).insert(acme().id(), "written");
            database.read(acme().id(), inner -> inner.dao(NoteDao.class).findAll());
          });
      database.read(globex().id(), tx -> tx.dao(NoteDao.class).findAll());
      assertThatThrownBy(
              () ->
                  database.useTransaction(
                      acme().id(), tx -> tx.dao(NoteDao.class).insert(globex().id(), "no")))
          .isInstanceOf(RuntimeException.class);
      var event = SampleEvents.captured(acme().id(), "Maria");
      system.useTransaction(
          tx ->
              tx.dao(OutboxDao.class)
                  .markPublishedForAll(List.of(event.eventId()), event.occurredAt()));
    }
  }
}
