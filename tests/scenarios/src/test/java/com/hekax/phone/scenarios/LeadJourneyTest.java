package com.hekax.phone.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.hekax.phone.sandbox.webhooks.WebhookReceiver.Verdict;
import com.hekax.phone.start.Product;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** From the API to all who are to hear of it. */
@ExtendWith(SharedProduct.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class LeadJourneyTest {
  private final Business bright;
  private final Business rapid;

  LeadJourneyTest(Product product) {
    bright = Business.brightDental(product);
    rapid = Business.rapidPlumbing(product);
  }

  @Test
  void a_new_lead_arrives_on_the_open_page_and_at_the_webhook_of_its_own_business_alone()
      throws Exception {
    try (var page = bright.openLiveLink();
        var foreignPage = rapid.openLiveLink()) {
      var lead = bright.addLead("Maria Lopez");

      var frame = page.next("lead.captured");
      assertThat(frame.path("data").path("id").asText()).isEqualTo(lead);
      assertThat(frame.path("data").path("name").asText()).isEqualTo("Maria Lopez");
      var webhook = bright.awaitWebhookAbout(lead);
      assertThat(webhook.signature()).isEqualTo(Verdict.VALID);
      assertThat(webhook.type()).isEqualTo("lead.captured");
      assertThat(webhook.data().path("name").asText()).isEqualTo("Maria Lopez");

      // What the other hears of next is its own: nothing of the first was on the way to it.
      var foreign = rapid.addLead("Helen Park");
      assertThat(foreignPage.next("lead.captured").path("data").path("id").asText())
          .isEqualTo(foreign);
      assertThat(rapid.awaitWebhookAbout(foreign).signature()).isEqualTo(Verdict.VALID);
      assertThat(rapid.webhooksAbout(lead)).isEmpty();
      assertThat(bright.webhooksAbout(foreign)).isEmpty();
    }
  }

  @Test
  void a_lead_is_not_there_for_the_other_business() {
    var lead = bright.addLead("Priya Shah");
    var change = Map.of("version", 1, "stage", "LOST");

    assertThat(rapid.owner().get("/api/leads/" + lead).status()).isEqualTo(404);
    assertThat(rapid.owner().send("PATCH", "/api/leads/" + lead, change).status()).isEqualTo(404);
    assertThat(rapid.owner().get("/api/leads?limit=100").body()).doesNotContain(lead);
    assertThat(bright.owner().get("/api/leads/" + lead).json().path("stage").asText())
        .isEqualTo("NEW");
  }

  @Test
  void a_change_of_a_lead_arrives_as_the_lead_is_then() throws Exception {
    var lead = bright.addLead("Tom Becker");
    try (var page = bright.openLiveLink()) {
      var change = Map.of("version", 1, "stage", "WON");
      assertThat(bright.owner().send("PATCH", "/api/leads/" + lead, change).status())
          .isEqualTo(200);

      var frame = page.next("lead.updated");
      assertThat(frame.path("data").path("stage").asText()).isEqualTo("WON");
      assertThat(frame.path("data").path("version").asInt()).isEqualTo(2);
    }
  }
}
