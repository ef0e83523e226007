package com.hekax.phone.platform.audit;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.hekax.phone.fixtures.DatabaseTest;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A table is in the audit log, or it is named here and says why not. */
class AuditedTablesTest extends DatabaseTest {
  /** An argument of the trigger that is an array. */
  private static final Pattern LIST = Pattern.compile("'\\{([^}]*)}'");

  private static final String TRAFFIC = "is what happens in calls, and its own record";
  private static final String MACHINERY = "is how the product works, and nobody's decision";
  private static final String COPY = "follows from rows that are audited";
  private static final String PASSING = "serves once, within minutes";

  private static final Map<String, String> NOT_AUDITED =
      Map.ofEntries(
          entry("audit_log", "is the log"),
          entry("bridge_sessions", TRAFFIC),
          entry("call_events", TRAFFIC),
          entry("call_leg_sids", TRAFFIC),
          entry("call_legs", TRAFFIC),
          entry("call_messages", TRAFFIC),
          entry("call_reports", TRAFFIC),
          entry("call_transfers", TRAFFIC),
          entry("call_turns", TRAFFIC),
          entry("calls", TRAFFIC),
          entry("voicemails", TRAFFIC),
          entry("crm_calls", MACHINERY),
          entry("crm_leads", COPY),
          entry("crm_links", MACHINERY),
          entry("crm_locks", MACHINERY),
          entry("deliveries", MACHINERY),
          entry("delivery_attempts", MACHINERY),
          entry("handled_events", MACHINERY),
          entry("idempotency_keys", MACHINERY),
          entry("live_connections", MACHINERY),
          entry("live_frames", COPY),
          entry("live_sequences", MACHINERY),
          entry("organization_erasures", "outlives the log of the organization it tells of"),
          entry("outbox", COPY),
          entry("receptionist_snapshots", COPY),
          entry("refresh_tokens", "continue a session, whose row is audited"),
          entry("slack_doubts", MACHINERY),
          entry("crm_authorizations", PASSING),
          entry("live_tickets", PASSING),
          entry("signups", PASSING),
          entry("slack_authorizations", PASSING));

  @Test
  void a_table_of_organizations_is_audited_or_says_why_it_is_not() {
    var expected = new TreeSet<>(tablesOfOrganizations());
    expected.removeAll(NOT_AUDITED.keySet());
    expected.add("users"); // Of persons, and told to each organization that one belongs to.

    assertThat(audited()).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void a_table_that_is_said_not_to_be_audited_exists() {
    assertThat(tablesOfOrganizations()).containsAll(NOT_AUDITED.keySet());
  }

  @Test
  void a_column_that_the_log_shows_or_ignores_exists_and_what_it_shows_is_no_bytes() {
    // A misspelt one would be masked, or told of with every write.
    for (var trigger : triggers()) {
      var lists = LIST.matcher(trigger.definition()).results().map(list -> list.group(1)).toList();
      assertThat(columns(trigger.table(), "atttypid <> 'bytea'::regtype"))
          .as("shown of %s", trigger.table())
          .containsAll(words(lists.get(0)));
      assertThat(columns(trigger.table(), "true"))
          .as("ignored of %s", trigger.table())
          .containsAll(words(lists.get(1)));
    }
  }

  private record Trigger(String table, String definition) {}

  private List<Trigger> triggers() {
    return rows(
            """
            select tgrelid::regclass::text as name, pg_get_triggerdef(oid) as definition
              from pg_trigger
             where tgname = 'audit'
            """)
        .stream()
        .map(
            row ->
                new Trigger(String.valueOf(row.get("name")), String.valueOf(row.get("definition"))))
        .toList();
  }

  private Collection<String> columns(String table, String condition) {
    return names(
        """
        select attname as name
          from pg_attribute
         where attrelid = '%s'::regclass and attnum > 0 and %s
        """
            .formatted(table, condition));
  }

  private static List<String> words(String list) {
    return Stream.of(list.split(",", -1)).filter(word -> !word.isEmpty()).toList();
  }

  private Collection<String> tablesOfOrganizations() {
    return names(
        """
        select relname as name
          from pg_class
          join pg_attribute on attrelid = pg_class.oid and attname = 'organization_id'
         where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition
        """);
  }

  private Collection<String> audited() {
    return triggers().stream().map(Trigger::table).toList();
  }

  private Collection<String> names(String query) {
    return rows(query).stream().map(row -> String.valueOf(row.get("name"))).toList();
  }
}
