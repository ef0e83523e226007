package com.hekax.phone.notifications.email;

import com.hekax.phone.contracts.AccountMailRequested;
import com.hekax.phone.contracts.DomainEvent;
import com.hekax.phone.contracts.TimeOrderedUuid;
import com.hekax.phone.notifications.Channel;
import com.hekax.phone.notifications.Parcel;
import com.hekax.phone.platform.db.Tx;
import com.hekax.phone.platform.json.Json;
import com.hekax.phone.platform.queues.Deliveries;
import com.hekax.phone.platform.queues.Outgoing;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * What people are written about their accounts, whatever they chose to be told of. The address
 * comes with the event: it may be of nobody yet, and the organization may not be there yet. No row
 * and no line of the log holds the code of a link, which is made while the e-mail is written.
 */
final class AccountMailChannel implements Channel<Attempt> {
  /** Their name in {@code deliveries}. */
  static final String CONSUMER = "account-mail";

  private final Deliveries deliveries;
  private final AccountLetters letters;
  private final EmailSender sender;
  private final Outcomes outcomes;
  private final InstantSource clock;

  AccountMailChannel(
      Deliveries deliveries,
      AccountLetters letters,
      EmailSender sender,
      Outcomes outcomes,
      InstantSource clock) {
    this.deliveries = deliveries;
    this.letters = letters;
    this.sender = sender;
    this.outcomes = outcomes;
    this.clock = clock;
  }

  private record ToPerson(
      Outgoing outgoing, AccountMailRequested mail, AccountLetters letters, EmailSender sender)
      implements Parcel<Attempt> {

    @Override
    public Attempt send() {
      return sender.send(letters.write(mail), outgoing.id());
    }
  }

  @Override
  public String consumer() {
    return CONSUMER;
  }

  @Override
  public List<Outgoing> announce(Tx tx, DomainEvent event) {
    var mail = (AccountMailRequested) event;
    var outgoing =
        new Outgoing(
            TimeOrderedUuid.next(),
            mail.organization(),
            CONSUMER,
            // To an address and not to a row of ours: the event itself is what it is for.
            mail.eventId(),
            mail.eventId(),
            mail.kind().name(),
            Json.write(mail),
            0,
            clock.instant());
    return deliveries.open(mail.organization(), List.of(outgoing));
  }

  @Override
  public List<Parcel<Attempt>> pass(List<Outgoing> claimed) {
    var now = clock.instant();
    return claimed.stream().flatMap(outgoing -> pass(outgoing, now).stream()).toList();
  }

  private Optional<Parcel<Attempt>> pass(Outgoing outgoing, Instant now) {
    var mail = Json.read(outgoing.event(), AccountMailRequested.class);
    if (mail.validUntil().filter(end -> !now.isBefore(end)).isPresent()) {
      deliveries.failed(outgoing, Optional.empty(), "Its link ended before it could be sent.");
      return Optional.empty();
    }
    if (Deadline.hasPassed(outgoing, now)) {
      deliveries.failed(outgoing, Optional.empty(), "It could not be sent within a day.");
      return Optional.empty();
    }
    return Optional.of(new ToPerson(outgoing, mail, letters, sender));
  }

  @Override
  public Attempt notMade() {
    return new Attempt.NotMade();
  }

  @Override
  public void note(Outgoing outgoing, Attempt attempt) {
    outcomes.note(outgoing, attempt);
  }
}
