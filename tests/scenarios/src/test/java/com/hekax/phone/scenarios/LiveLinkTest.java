package com.hekax.phone.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.hekax.phone.start.Product;
import java.net.URI;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedProduct.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class LiveLinkTest {
  private final URI base;
  private final Business bright;

  LiveLinkTest(Product product) {
    base = product.runner().baseUri();
    bright = Business.brightDental(product);
  }

  @Test
  void a_ticket_opens_one_link_and_no_second() throws Exception {
    var ticket = bright.newTicket();
    try (var link = LiveLink.open(base, ticket)) {
      assertThat(LiveLink.refusal(base, ticket)).isEqualTo(401);

      link.say("{\"type\": \"ping\"}");
      assertThat(link.next().path("type").asText()).isEqualTo("pong");
    }
  }

  @Test
  void a_page_that_was_cut_off_is_sent_what_happened_meanwhile() throws Exception {
    long known;
    try (var link = bright.openLiveLink()) {
      link.say("{\"type\": \"resume\"}");
      known = link.next("resumed").at("/data/seq").asLong();
    }
    var lead = bright.addLead("Lucy Marsh");
    bright.awaitWebhookAbout(lead);

    try (var link = bright.openLiveLink()) {
      link.say("{\"type\": \"resume\", \"after\": %d}".formatted(known));
      var frame = link.next("lead.captured");
      assertThat(frame.path("seq").asLong()).isGreaterThan(known);
      assertThat(frame.at("/data/id").asText()).isEqualTo(lead);
    }
  }

  @Test
  void a_ticket_that_was_never_issued_opens_nothing() {
    assertThat(LiveLink.refusal(base, "never-issued")).isEqualTo(401);
    assertThat(LiveLink.refusal(base, "")).isEqualTo(401);
  }
}
