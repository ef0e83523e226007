package com.hekax.phone.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.hekax.phone.start.Product;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A call as the open page sees it while it goes on. */
@ExtendWith(SharedProduct.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class LiveCallTest {
  private static final String CALLER = "+14155550189";
  private static final Duration AT_MOST = Duration.ofSeconds(2);

  private final Product product;
  private final Business bright;
  private final Business rapid;

  LiveCallTest(Product product) {
    this.product = product;
    bright = Business.brightDental(product);
    rapid = Business.rapidPlumbing(product);
  }

  @Test
  void who_has_the_caller_is_on_the_page_of_the_business_within_two_seconds() throws Exception {
    try (var page = bright.openLiveLink();
        var foreignPage = rapid.openLiveLink()) {
      place();

      var ringing = awaitStage(page, "RINGING");
      assertThat(ageOf(ringing)).isLessThan(AT_MOST);
      var talking = awaitStage(page, "ASSISTANT");
      assertThat(ageOf(talking)).isLessThan(AT_MOST);
      var call = talking.path("id").asText();
      assertThat(live(bright)).contains(call);
      assertThat(live(rapid)).doesNotContain(call);

      var ended = awaitStage(page, "ENDED");
      assertThat(ended.path("id").asText()).isEqualTo(call);
      assertThat(live(bright)).doesNotContain(call);
      // What the other hears of next is its own: nothing of the call was on the way to it.
      var lead = rapid.addLead("Otto Vance");
      assertThat(foreignPage.next().at("/data/id").asText()).isEqualTo(lead);
    }
  }

  private void place() {
    var answer =
        Api.of(product.sandbox().uri())
            .post(
                "/twilio/calls",
                Map.of("to", bright.number(), "from", CALLER, "script", "new-lead"));
    assertThat(answer.status()).as(answer.body()).isEqualTo(202);
  }

  private static JsonNode awaitStage(LiveLink page, String stage) throws InterruptedException {
    var call = page.next("call.updated").path("data");
    while (!call.path("from").asText().equals(CALLER)
        || !call.path("stage").asText().equals(stage)) {
      call = page.next("call.updated").path("data");
    }
    return call;
  }

  /** How long the stage of a call has lasted. */
  private static Duration ageOf(JsonNode call) {
    return Duration.between(Instant.parse(call.path("stageSince").asText()), Instant.now());
  }

  private static List<String> live(Business business) {
    return business
        .owner()
        .get("/api/calls?live=true")
        .json()
        .path("items")
        .valueStream()
        .map(call -> call.path("id").asText())
        .toList();
  }
}
