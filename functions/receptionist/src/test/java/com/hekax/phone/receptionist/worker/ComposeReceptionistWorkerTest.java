package com.hekax.phone.receptionist.worker;

import static com.hekax.phone.fixtures.TestRequest.request;
import static org.assertj.core.api.Assertions.assertThat;

import com.hekax.phone.contracts.OrganizationCreated;
import com.hekax.phone.contracts.OrganizationId;
import com.hekax.phone.contracts.TimeOrderedUuid;
import com.hekax.phone.fixtures.Organization;
import com.hekax.phone.fixtures.TestFunction;
import com.hekax.phone.receptionist.ReceptionistTest;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ComposeReceptionistWorkerTest extends ReceptionistTest {
  private final TestFunction<ComposeReceptionistWorker> worker =
      function(ComposeReceptionistWorker::new);

  @BeforeEach
  void given_nothing_was_said() {
    forgetEverything();
  }

  private static OrganizationCreated created(OrganizationId id) {
    return new OrganizationCreated(
        TimeOrderedUuid.next(),
        id,
        Instant.parse("2026-11-24T10:00:00Z"),
        "whatever",
        "America/Chicago",
        "US");
  }

  private static OrganizationCreated created(Organization organization) {
    return created(organization.id());
  }

  @Test
  void when_a_business_signs_up_then_its_first_call_is_greeted_in_its_name() {
    assertThat(worker.deliver(created(acme()))).isEmpty();

    assertThat(snapshot(acme()).path("greeting").asText())
        .isEqualTo("Thank you for calling Acme, this is Ava. How can I help you?");
    assertThat(snapshot(acme()).path("version").asInt()).isEqualTo(1);
    assertThat(get.call(request().as(acme().owner())).json().path("version").asInt()).isEqualTo(1);
  }

  @Test
  void when_it_is_told_twice_then_nothing_more_happens() {
    var event = created(acme());

    assertThat(worker.deliver(event, event, created(acme()))).isEmpty();

    assertThat(rows("select version from receptionist_snapshots"))
        .containsExactly(Map.of("version", 1));
  }

  @Test
  void when_the_owner_was_faster_then_what_they_said_stays() {
    update(acme().owner(), settings(1));

    assertThat(worker.deliver(created(acme()))).isEmpty();

    assertThat(snapshot(acme()).path("voice").asText()).isEqualTo("cedar");
    assertThat(snapshot(acme()).path("version").asInt()).isEqualTo(2);
  }

  @Test
  void when_one_of_several_is_of_nobody_then_it_alone_is_shown_again() {
    var shownAgain =
        worker.deliver(created(acme()), created(OrganizationId.create()), created(globex()));

    assertThat(shownAgain).containsExactly(1);
    assertThat(snapshot(globex()).path("greeting").asText()).contains("Globex");
    assertThat(rows("select from receptionists")).hasSize(2);
  }

  @Test
  void when_a_message_cannot_be_read_then_it_alone_is_shown_again() {
    var shownAgain =
        worker.deliverBodies("{\"not\": \"an event\"}", TestFunction.envelope(created(acme())));

    assertThat(shownAgain).containsExactly(0);
    assertThat(snapshot(acme()).path("version").asInt()).isEqualTo(1);
  }
}
