package com.hekax.phone.platform.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.hekax.phone.contracts.OrganizationId;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/**
 * The format is read in "Specification: Embedded metric format" of the CloudWatch user guide
 * (November 2026).
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class MetricsTest {
  private final ObjectMapper json = new JsonMapper();
  private final LogLines log = new LogLines();

  @AfterEach
  void release() {
    log.close();
  }

  @Test
  void given_a_request_of_an_organization_when_it_is_measured_then_the_line_is_a_metric_per_route()
      throws Exception {
    var acme = OrganizationId.create();
    var before = Instant.now().toEpochMilli();

    LogContext.of("leads", "ListLeadsFunction", "r1")
        .on(acme)
        .run(
            () ->
                Metrics.ofRoute("GET /api/leads")
                    .count("Requests", 1)
                    .milliseconds("Latency", 12)
                    .write());

    var line = log.only();
    assertThat(line.path("_aws").path("CloudWatchMetrics"))
        .isEqualTo(
            json.readTree(
                """
                [{"Namespace": "HekaxPhone", "Dimensions": [["Service", "Route"]], "Metrics": [
                  {"Name": "Requests", "Unit": "Count"}, {"Name": "Latency", "Unit": "Milliseconds"}]}]
                """));
    assertThat(line.path("_aws").path("Timestamp").asLong())
        .isBetween(before, Instant.now().toEpochMilli());
    assertThat(line.path("Service").asText()).isEqualTo("leads");
    assertThat(line.path("Route").asText()).isEqualTo("GET /api/leads");
    assertThat(line.path("Requests").asInt()).isEqualTo(1);
    assertThat(line.path("Latency").asInt()).isEqualTo(12);
    assertThat(line.path("requestId").asText()).isEqualTo("r1");
    assertThat(line.path("organizationId").asText()).isEqualTo(acme.toString());
  }

  @Test
  void given_a_queue_or_no_kind_when_they_are_measured_then_only_those_are_dimensions() {
    Metrics.ofQueue("DeliverWebhooksQueue").count("Messages", 3).write();
    Metrics.ofService().count("Events", 5).write();

    assertThat(log.texts().get(0)).contains("\"Dimensions\":[[\"Service\",\"Queue\"]]");
    assertThat(log.texts().get(1)).contains("\"Dimensions\":[[\"Service\"]]");
  }
}
