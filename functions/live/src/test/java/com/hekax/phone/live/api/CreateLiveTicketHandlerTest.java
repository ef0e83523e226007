package com.hekax.phone.live.api;

import static com.hekax.phone.fixtures.TestRequest.request;
import static org.assertj.core.api.Assertions.assertThat;

import com.hekax.phone.fixtures.TestFunction;
import com.hekax.phone.live.LiveTest;
import com.hekax.phone.platform.tenancy.Role;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CreateLiveTicketHandlerTest extends LiveTest {
  private final TestFunction<CreateLiveTicketHandler> create =
      function(CreateLiveTicketHandler::new);

  @ParameterizedTest
  @EnumSource(Role.class)
  void when_any_member_asks_then_it_gets_a_ticket_for_half_a_minute(Role role) {
    var before = Instant.now();

    var response = create.call(request().as(acme().as(role)));

    assertThat(response.status()).isEqualTo(201);
    assertThat(response.header("cache-control")).contains("no-store");
    assertThat(response.json().path("ticket").asText()).matches("[A-Za-z0-9_-]{43}");
    assertThat(Instant.parse(response.json().path("expiresAt").asText()))
        .isBetween(
            before.plusSeconds(30).minusMillis(1), Instant.now().plus(Duration.ofSeconds(30)));
  }

  @Test
  void when_nobody_is_signed_in_then_there_is_no_ticket() {
    var response = create.call(request());

    assertThat(response.status()).isEqualTo(401);
    assertThat(rows("select * from live_tickets")).isEmpty();
  }

  @Test
  void then_the_database_knows_its_hash_alone_and_whose_it_is() throws Exception {
    var ticket = create.call(request().as(globex().manager())).json().path("ticket").asText();

    var hash = MessageDigest.getInstance("SHA-256").digest(ticket.getBytes(StandardCharsets.UTF_8));
    assertThat(rows("select * from live_tickets"))
        .singleElement()
        .satisfies(
            row ->
                assertThat(row)
                    .containsEntry("ticket_hash", hash)
                    .containsEntry("organization_id", globex().id().value())
                    .containsEntry("user_id", globex().manager().user().value())
                    .containsEntry("used_at", null));
  }

  @Test
  void when_a_request_is_repeated_with_its_key_then_the_ticket_is_not_shown_again() {
    var first = create.call(request().as(acme().owner()).header("idempotency-key", "a-key-1"));
    var second = create.call(request().as(acme().owner()).header("idempotency-key", "a-key-1"));

    assertThat(first.status()).isEqualTo(201);
    assertThat(second.status()).isEqualTo(409);
    assertThat(second.problem()).isEqualTo("SHOWN_ONCE");
    assertThat(rows("select body from idempotency_keys"))
        .allSatisfy(row -> assertThat(row).containsEntry("body", null));
  }
}
