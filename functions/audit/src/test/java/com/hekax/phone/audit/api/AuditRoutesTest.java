package com.hekax.phone.audit.api;

import static com.hekax.phone.fixtures.TestRequest.request;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.hekax.phone.fixtures.DatabaseTest;
import com.hekax.phone.fixtures.Organization;
import com.hekax.phone.fixtures.TestFunction;
import com.hekax.phone.fixtures.TestRequest;
import com.hekax.phone.platform.tenancy.Permission;
import com.hekax.phone.platform.tenancy.Role;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AuditRoutesTest extends DatabaseTest {
  private final TestFunction<ListAuditEntriesHandler> list = function(ListAuditEntriesHandler::new);
  private final TestFunction<GetAuditExportHandler> export = function(GetAuditExportHandler::new);

  @BeforeEach
  void given_an_empty_log() {
    acme();
    globex();
    sql("truncate audit_log");
  }

  /** An entry of a moment, which its id begins with. */
  private String entry(Organization organization, String action, String at) {
    var id =
        rows(
                "select (substr(app.first_uuid(?::timestamptz)::text, 1, 24) || substr(md5(random()::text), 1, 12))::uuid as id",
                at)
            .getFirst()
            .getOrDefault("id", "");
    sql(
        """
        insert into audit_log
          (id, organization_id, at, actor_kind, actor_id, action, target_type, target_id, before, after, address, request_id)
        values (?, ?, ?::timestamptz, 'PERSON', ?, ?, split_part(?, '.', 1), ?, '{"assigned_to": null}', '{"assigned_to": "x"}',
                '203.0.113.7', 'request-1')
        """,
        id,
        organization.id().value(),
        at,
        organization.agent().user().value(),
        action,
        action,
        "target of " + organization.name());
    return String.valueOf(id);
  }

  private List<String> actions(TestRequest request) {
    return list.call(request)
        .json()
        .path("items")
        .valueStream()
        .map(one -> one.path("action").asText())
        .toList();
  }

  /** Of this month: others may have no partition. */
  private static String minute(int minute) {
    return Instant.now()
        .truncatedTo(ChronoUnit.HOURS)
        .minus(Duration.ofMinutes(600L - minute))
        .toString();
  }

  @Nested
  class Given_entries_of_Acme_and_Globex {
    private String lead = "";

    @BeforeEach
    void given() {
      lead = entry(acme(), "lead.updated", minute(1));
      entry(globex(), "webhook.created", minute(2));
      entry(acme(), "member.removed", minute(3));
    }

    @Test
    void when_each_lists_then_each_sees_its_own_newest_first() {
      assertThat(actions(request().as(acme().owner())))
          .containsExactly("member.removed", "lead.updated");
      assertThat(actions(request().as(globex().as(Role.ADMIN)))).containsExactly("webhook.created");
    }

    @Test
    void when_an_entry_is_shown_then_it_says_all_that_is_known() {
      var shown =
          list.call(request().as(acme().owner()).query("action", "lead.updated"))
              .json()
              .at("/items/0");

      assertThat(shown.path("id").asText()).isEqualTo(lead);
      assertThat(shown.at("/actor/kind").asText()).isEqualTo("PERSON");
      assertThat(shown.at("/actor/id").asText()).isEqualTo(acme().agent().user().toString());
      assertThat(shown.at("/actor/name").asText()).isEqualTo("Acme agent");
      assertThat(shown.at("/target/type").asText()).isEqualTo("lead");
      assertThat(shown.at("/target/id").asText()).isEqualTo("target of Acme");
      assertThat(shown.at("/after/assignedTo").asText()).isEqualTo("x");
      assertThat(shown.path("address").asText()).isEqualTo("203.0.113.7");
      assertThat(shown.path("requestId").asText()).isEqualTo("request-1");
    }

    @Test
    void when_times_are_asked_for_then_they_bound_the_list() {
      assertThat(actions(request().as(acme().owner()).query("from", minute(3))))
          .containsExactly("member.removed");
      assertThat(actions(request().as(acme().owner()).query("to", minute(3))))
          .containsExactly("lead.updated");
    }

    @Test
    void when_an_actor_or_a_target_is_asked_for_then_only_theirs_come() {
      sql(
          "update audit_log set actor_kind = 'SYSTEM', actor_id = null, target_id = null where action = 'member.removed'");

      assertThat(actions(request().as(acme().owner()).query("actor", acme().agent().user())))
          .containsExactly("lead.updated");
      assertThat(actions(request().as(acme().owner()).query("target", "target of Acme")))
          .containsExactly("lead.updated");
      // What nobody did, to nothing that has an id, is not lost for it.
      assertThat(actions(request().as(acme().owner()))).hasSize(2);
    }

    @Test
    void when_somebody_elses_actor_is_asked_for_then_nothing_comes() {
      assertThat(actions(request().as(acme().owner()).query("actor", globex().agent().user())))
          .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
        value = Role.class,
        names = {"MANAGER", "AGENT"})
    void when_somebody_without_the_right_asks_then_it_is_forbidden(Role role) {
      assertThat(list.call(request().as(acme().as(role))).status()).isEqualTo(403);
      assertThat(export.call(request().as(acme().as(role))).status()).isEqualTo(403);
    }

    @Test
    void when_a_program_asks_then_its_scope_decides() {
      assertThat(list.call(request().as(acme().key(Permission.AUDIT_READ))).status())
          .isEqualTo(200);
      assertThat(list.call(request().as(acme().key(Permission.LEADS_READ))).status())
          .isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({
      "actor, me",
      "action, everything",
      "from, yesterday",
      "to, tomorrow",
      "cursor, zzz",
      "limit, 101",
      "color, red"
    })
    void when_a_parameter_is_wrong_then_it_is_named(String name, String value) {
      var response = list.call(request().as(acme().owner()).query(name, value));

      assertThat(response.status()).isEqualTo(400);
      assertThat(response.wrongFields()).containsExactly(name);
    }
  }

  @Nested
  class Given_120_entries {
    @BeforeEach
    void given() {
      for (int i = 0; i < 120; i++) {
        // Two to a moment: the id must break the tie.
        entry(acme(), "lead.updated", minute(i / 2));
      }
    }

    @Test
    void when_all_pages_are_walked_then_each_entry_is_seen_once_newest_first() {
      var seen = new ArrayList<String>();
      JsonNode next = NullNode.getInstance();
      do {
        var request = request().as(acme().owner()).query("limit", 50);
        var page =
            list.call(next.isTextual() ? request.query("cursor", next.asText()) : request).json();
        page.path("items").forEach(one -> seen.add(one.path("id").asText()));
        next = page.path("next");
      } while (next.isTextual());

      assertThat(seen).hasSize(120).doesNotHaveDuplicates();
      assertThat(seen).isSortedAccordingTo(Comparator.reverseOrder());
    }
  }

  @Nested
  class Given_an_export {

    @Test
    void when_it_is_asked_for_then_it_is_a_table_and_an_entry_of_its_own() {
      entry(acme(), "lead.updated", minute(1));
      entry(globex(), "webhook.created", minute(2));

      var response = export.call(request().as(acme().owner()));

      assertThat(response.header("content-type")).contains("text/csv; charset=utf-8");
      assertThat(response.text().lines())
          .hasSize(2)
          .first()
          .isEqualTo(
              "at,actor kind,actor,actor name,action,target type,target,before,after,address,request");
      assertThat(response.text().lines().toList().getLast())
          .contains("\"lead.updated\"")
          .contains("\"{\"\"assigned_to\"\": \"\"x\"\"}\"")
          .endsWith("\"203.0.113.7\",\"request-1\"");
      assertThat(response.header("link")).isEmpty();
      assertThat(
              rows(
                  "select organization_id, actor_id, after::text from audit_log where action = 'audit_log.exported'"))
          .containsExactly(
              Map.of(
                  "organization_id",
                  acme().id().value(),
                  "actor_id",
                  acme().owner().user().value(),
                  "after",
                  "{\"entries\": 1}"));
    }

    @ParameterizedTest
    @CsvSource({"=1+1", "+1", "-1", "@SUM(1)"})
    void when_a_cell_would_be_a_formula_then_it_is_made_a_text(String formula) {
      entry(acme(), "lead.updated", minute(1));
      sql("update audit_log set target_id = ?", formula);

      assertThat(export.call(request().as(acme().owner())).text())
          .contains(",\"'" + formula + "\",");
    }

    @Test
    void when_there_is_more_than_fits_then_its_parts_are_all_of_it() {
      sql(
          """
          insert into audit_log (id, organization_id, at, actor_kind, action, target_type, target_id)
          select (substr(app.first_uuid(now())::text, 1, 24) || lpad(to_hex(n), 12, '0'))::uuid,
                 ?, now(), 'SYSTEM', 'lead.updated', 'lead', 'target ' || n
            from generate_series(1, 10500) as n
          """,
          acme().id().value());

      var first = export.call(request().as(acme().owner()).query("action", "lead.updated"));
      var link = first.header("link").orElseThrow();
      assertThat(link)
          .startsWith("</api/audit-log/export?action=lead.updated&cursor=")
          .endsWith(">; rel=\"next\"");
      var cursor = link.substring(link.indexOf("cursor=") + 7, link.indexOf('>'));
      var second =
          export.call(
              request().as(acme().owner()).query("action", "lead.updated").query("cursor", cursor));

      assertThat(first.text().lines()).hasSize(10_001);
      assertThat(second.text().lines()).hasSize(501);
      assertThat(second.header("link")).isEmpty();
      assertThat(first.text().lines().toList())
          .doesNotContainAnyElementsOf(second.text().lines().skip(1).toList());
    }

    @Test
    void when_its_entries_are_long_then_a_part_stays_small_enough_to_be_answered() {
      for (int i = 0; i < 40; i++) {
        entry(acme(), "receptionist.updated", minute(i));
      }
      sql("update audit_log set after = jsonb_build_object('instructions', repeat('\"', 50000))");

      var response = export.call(request().as(acme().owner()));

      assertThat(response.header("link")).isPresent();
      assertThat(response.answer().toString().length()).isLessThan(6_000_000);
    }
  }

  @Test
  void nobody_is_told_anything() {
    assertThat(list.call(request()).status()).isEqualTo(401);
    assertThat(export.call(request()).status()).isEqualTo(401);
  }
}
