package com.hekax.phone.scenarios.isolation;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.hekax.phone.scenarios.TestProduct;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/**
 * Every route that writes leaves who, what and in which request, or is named here with the reason
 * why not. Made from the route table, so a new route is asked without anyone writing a test.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AuditTrailTest {
  private static final String PART_OF_A_CALL =
      "is what happens in a call, and the call tells of it";
  private static final String BEGINS = "changes nothing until somebody comes back, which is told";

  private static final Map<String, String> NOT_TOLD =
      Map.ofEntries(
          entry("POST /api/live/tickets", "lets a page listen, for half a minute"),
          entry("POST /api/crm/authorizations", BEGINS),
          entry("POST /api/notifications/slack/authorizations", BEGINS),
          entry("POST /api/calls/{callId}/turns", PART_OF_A_CALL),
          entry("POST /api/calls/{callId}/report", PART_OF_A_CALL),
          entry("POST /api/calls/tools/take-message", PART_OF_A_CALL),
          entry("POST /api/bridge/tools/transfer-call", PART_OF_A_CALL),
          entry("POST /api/bridge/redirects", PART_OF_A_CALL),
          entry("POST /api/bridge/hangups", PART_OF_A_CALL),
          entry("POST /api/receptionist/tools/look-up", "only reads"));

  @Test
  @SuppressWarnings("SystemOut") // The line is for whoever runs the tests.
  void a_route_that_wrote_is_told_of_and_what_was_shown_once_stands_in_no_table() throws Exception {
    try (var product = ProvenProduct.start(TestProduct.folder(), runner -> runner)) {
      var tenant = Tenant.create(product.superuser(), product.schema(), Marks.next());
      var trail = new AuditTrail(product, tenant);
      trail.run();

      System.out.printf(
          "Audit: %d routes wrote, %d are not told of, %d secrets looked for%n",
          trail.answered().size(), trail.untold().size(), trail.secrets().size());
      var untold = new TreeSet<>(trail.untold());
      untold.removeAll(NOT_TOLD.keySet());
      assertThat(untold).isEmpty();
      assertThat(trail.answered())
          .contains(
              "POST /api/leads",
              "PATCH /api/leads/{leadId}",
              "POST /api/leads/tools/capture-lead",
              "PUT /api/receptionist",
              "POST /api/webhooks",
              "DELETE /api/webhooks/{webhookId}",
              "PUT /api/notifications/email/preferences");
      assertThat(trail.untold()).doesNotContain("POST /api/leads");
      assertThat(trail.secrets()).hasSizeGreaterThan(5);
      assertThat(AuditTrail.tablesWith(trail.secrets(), product.superuser())).isEmpty();
    }
  }
}
