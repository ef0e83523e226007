package com.hekax.phone.receptionist.worker;

import static com.hekax.phone.fixtures.TestRequest.request;
import static org.assertj.core.api.Assertions.assertThat;

import com.hekax.phone.contracts.OrganizationCreated;
import com.hekax.phone.contracts.OrganizationId;
import com.hekax.phone.contracts.OrganizationUpdated;
import com.hekax.phone.contracts.TimeOrderedUuid;
import com.hekax.phone.fixtures.Organization;
import com.hekax.phone.fixtures.TestFunction;
import com.hekax.phone.receptionist.ReceptionistTest;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
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

  @Test
  void when_the_business_has_another_name_then_calls_are_greeted_in_it() {
    var hooli = organization("Hooli");
    worker.deliver(created(hooli));

    assertThat(worker.deliver(renamed(hooli, "Hooli", "Hooli Dental"))).isEmpty();

    assertThat(snapshot(hooli).path("greeting").asText())
        .isEqualTo("Thank you for calling Hooli Dental, this is Ava. How can I help you?");
    assertThat(snapshot(hooli).path("instructions").asText()).contains("Hooli Dental");
    assertThat(snapshot(hooli).path("version").asInt()).isEqualTo(2);
  }

  @Test
  void when_a_greeting_was_worded_then_it_stays_and_the_instructions_have_the_new_name() {
    var initech = organization("Initech");
    update(initech.owner(), settings(1));

    assertThat(worker.deliver(renamed(initech, "Initech", "Pied Piper"))).isEmpty();

    assertThat(snapshot(initech).path("greeting").asText())
        .isEqualTo("Rapid Plumbing, this is Max. What can I do for you?");
    assertThat(snapshot(initech).path("instructions").asText()).contains("Pied Piper");
  }

  @Test
  void when_two_new_names_are_told_in_the_wrong_order_then_calls_are_greeted_in_the_last() {
    var umbrella = organization("Umbrella");
    worker.deliver(created(umbrella));
    var first = renamed(umbrella, "Umbrella", "Umbrella One");
    var second = renamed(umbrella, "Umbrella One", "Umbrella Two");

    assertThat(worker.deliver(second, first, second)).isEmpty();

    assertThat(snapshot(umbrella).path("greeting").asText())
        .isEqualTo("Thank you for calling Umbrella Two, this is Ava. How can I help you?");
  }

  @Test
  void when_only_the_zone_is_another_then_nothing_is_told_anew() {
    worker.deliver(created(acme()));

    assertThat(worker.deliver(updated(acme(), "Acme", Optional.empty()))).isEmpty();

    assertThat(snapshot(acme()).path("version").asInt()).isEqualTo(1);
  }

  /** The organization has the name now; the event may come late. */
  private OrganizationUpdated renamed(Organization organization, String former, String name) {
    sql(
        "update organizations set name = ? where organization_id = ?",
        name,
        organization.id().value());
    return updated(organization, name, Optional.of(former));
  }

  private static OrganizationUpdated updated(
      Organization organization, String name, Optional<String> former) {
    return new OrganizationUpdated(
        TimeOrderedUuid.next(),
        organization.id(),
        Instant.parse("2026-11-24T11:00:00Z"),
        name,
        "Europe/Berlin",
        "US",
        former);
  }
}
