package com.hekax.phone.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.hekax.phone.platform.json.Json;
import com.hekax.phone.start.Product;
import com.hekax.phone.start.call.CallCommand;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** From a ringing telephone to the CRM. */
@ExtendWith(SharedProduct.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class VoiceCallTest {
  private static final String NOBODYS_NUMBER = "+14155550999";

  private final Product product;
  private final Business bright;
  private final Business rapid;

  VoiceCallTest(Product product) {
    this.product = product;
    bright = Business.brightDental(product);
    rapid = Business.rapidPlumbing(product);
  }

  @Test
  void somebody_new_who_needs_something_becomes_a_lead_in_the_CRM_of_the_business_that_was_called()
      throws Exception {
    var output = new ByteArrayOutputStream();
    int exitCode =
        CallCommand.run(
            List.of(
                "new-lead",
                "--json",
                "--from",
                "+14155550187",
                "--console",
                product.sandbox().uri().toString(),
                "--product",
                product.runner().baseUri().toString()),
            new PrintStream(output, true, StandardCharsets.UTF_8),
            System.err);

    var result = Json.tree(output.toString(StandardCharsets.UTF_8));
    assertThat(exitCode).as(result.toPrettyString()).isZero();
    var report = result.path("report");
    var call = report.path("call");
    var lead = report.path("lead");
    assertThat(lead.path("name").asText()).isEqualTo("Maria Lopez");
    assertThat(lead.path("phone").asText()).isEqualTo("+14155550187");
    assertThat(lead.path("source").asText()).isEqualTo("CALL");
    assertThat(call.path("status").asText()).isEqualTo("COMPLETED");
    assertThat(call.path("outcome").asText()).isEqualTo("LEAD_CAPTURED");
    assertThat(turns(report))
        .containsExactly(
            "ASSISTANT Thank you for calling Bright Dental, this is Ava. How can I help you?",
            "CALLER Hi, I chipped a front tooth this morning and I need to see somebody this week.",
            "ASSISTANT I am sorry to hear that. May I have your name, please?",
            "CALLER My name is Maria Lopez.",
            "ASSISTANT Thank you, Maria. Is the number you are calling from the best one to reach"
                + " you?",
            "CALLER Yes, that is the best number.",
            "ASSISTANT I have noted everything, and somebody will call you back today. Is there"
                + " anything else?",
            "CALLER Do you have parking?",
            "ASSISTANT Yes, there is free parking behind the building.",
            "CALLER No, that is all. Thank you. Goodbye.",
            "ASSISTANT Thank you for calling. Goodbye.");
    assertThat(events(report)).filteredOn("LEAD_CAPTURED"::equals).hasSize(1);
    assertContactWithOneCall("+14155550187", call.path("id").asText());
    assertNotThereFor(rapid, call.path("id").asText(), lead.path("id").asText());
  }

  @Test
  void a_caller_to_a_number_that_is_nobodys_is_told_so_and_leaves_nothing() throws Exception {
    var sid = place(NOBODYS_NUMBER, "new-lead");

    var call = awaitEnd(sid);
    assertThat(verbs(call)).contains("Say", "Hangup").doesNotContain("Connect");
    assertThat(rows("select 1 from call_leg_sids where call_sid = ?", sid)).isZero();
  }

  private void assertContactWithOneCall(String phone, String call) {
    var contacts =
        Api.of(product.sandbox().uri())
            .withHeader("accept", "application/json")
            .get("/hubspot/records")
            .json()
            .path(0)
            .path("contacts")
            .valueStream()
            .filter(one -> one.path("properties").path("phone").asText().equals(phone))
            .toList();
    assertThat(contacts).singleElement().satisfies(one -> assertThat(one.path("calls")).hasSize(1));
    var links = bright.owner().get("/api/crm/links?callId=" + call).json().path("items");
    assertThat(links.valueStream().map(link -> link.path("externalId").asText()))
        .contains(contacts.getFirst().path("calls").path(0).asText());
  }

  private static void assertNotThereFor(Business other, String call, String lead) {
    var owner = other.owner();
    assertThat(owner.get("/api/leads/" + lead).status()).isEqualTo(404);
    assertThat(owner.get("/api/calls/" + call).status()).isEqualTo(404);
    assertThat(owner.get("/api/calls/" + call + "/turns").status()).isEqualTo(404);
    assertThat(owner.get("/api/calls/" + call + "/events").status()).isEqualTo(404);
    assertThat(owner.get("/api/calls?limit=100").body()).doesNotContain(call);
    assertThat(owner.get("/api/crm/links?leadId=" + lead).json().path("items")).isEmpty();
  }

  private static List<String> turns(JsonNode report) {
    return report
        .path("turns")
        .valueStream()
        .map(turn -> turn.path("speaker").asText() + " " + turn.path("text").asText())
        .toList();
  }

  private static List<String> events(JsonNode report) {
    return report.path("events").valueStream().map(event -> event.path("kind").asText()).toList();
  }

  private String place(String to, String script) {
    var answer =
        Api.of(product.sandbox().uri()).post("/twilio/calls", Map.of("to", to, "script", script));
    assertThat(answer.status()).as(answer.body()).isEqualTo(202);
    return answer.json().path("callSid").asText();
  }

  private JsonNode awaitEnd(String sid) throws Exception {
    return Eventually.eventuallyThere(
        "the end of " + sid,
        () ->
            java.util.Optional.of(
                    Api.of(product.sandbox().uri()).get("/twilio/calls/" + sid).json())
                .filter(call -> call.path("state").asText().equals("reported")));
  }

  private static List<String> verbs(JsonNode call) {
    return call.path("timeline")
        .valueStream()
        .filter(entry -> entry.path("kind").asText().equals("verb"))
        .map(entry -> entry.path("verb").asText())
        .toList();
  }

  private long rows(String query, String value) throws Exception {
    try (var superuser = product.database().superuser(product.databaseName());
        var statement = superuser.prepareStatement(query)) {
      statement.setString(1, value);
      var rows = statement.executeQuery();
      long count = 0;
      while (rows.next()) {
        count++;
      }
      return count;
    }
  }
}
