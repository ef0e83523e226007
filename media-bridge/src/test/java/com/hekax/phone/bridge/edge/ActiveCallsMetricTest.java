package com.hekax.phone.bridge.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.hekax.phone.bridge.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ActiveCallsMetricTest {

  @Test
  void it_is_the_metric_by_which_the_template_adds_tasks() throws Exception {
    var lines = new ArrayList<String>();
    new ActiveCallsMetric("media-bridge", "prod", () -> Instant.ofEpochMilli(12_345), lines::add)
        .accept(7);

    assertThat(JsonObject.parse(lines.getFirst()).orElseThrow())
        .hasToString(
            """
            {"_aws":{"Timestamp":12345,"CloudWatchMetrics":[{"Namespace":"HekaxPhone",\
            "Dimensions":[["Service","Stage"]],\
            "Metrics":[{"Name":"ActiveCalls","Unit":"Count"}]}]},\
            "Service":"media-bridge","Stage":"prod","ActiveCalls":7}""");
    var root = Path.of(System.getProperty("hekax.root"));
    assertThat(Files.readString(root.resolve("media-bridge/template.yaml")))
        .contains(
            "Namespace: HekaxPhone\n          MetricName: ActiveCalls\n"
                + "          Dimensions: [{ Name: Service, Value: media-bridge },"
                + " { Name: Stage, Value: !Ref Stage }]");
  }
}
