package com.hekax.phone.notifications.email;

import com.hekax.phone.contracts.DomainEvent;
import com.hekax.phone.notifications.Channel;
import com.hekax.phone.notifications.Parcel;
import com.hekax.phone.platform.db.Tx;
import com.hekax.phone.platform.queues.Outgoing;
import java.util.List;

/** E-mail as a way to tell somebody. */
final class EmailChannel implements Channel<Attempt> {
  private final Announcer announcer;
  private final Gate gate;
  private final Composer composer;
  private final EmailSender sender;
  private final Outcomes outcomes;

  EmailChannel(
      Announcer announcer, Gate gate, Composer composer, EmailSender sender, Outcomes outcomes) {
    this.announcer = announcer;
    this.gate = gate;
    this.composer = composer;
    this.sender = sender;
    this.outcomes = outcomes;
  }

  private record ToMember(
      Outgoing outgoing,
      Business business,
      Recipient recipient,
      Composer composer,
      EmailSender sender)
      implements Parcel<Attempt> {

    @Override
    public Attempt send() {
      return sender.send(composer.compose(outgoing, business, recipient), outgoing.id());
    }
  }

  @Override
  public String consumer() {
    return Emails.CONSUMER;
  }

  @Override
  public List<Outgoing> announce(Tx tx, DomainEvent event) {
    return announcer.announce(tx, event);
  }

  @Override
  public List<Parcel<Attempt>> pass(List<Outgoing> claimed) {
    return gate.pass(
        claimed,
        (outgoing, business, recipient) ->
            new ToMember(outgoing, business, recipient, composer, sender));
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
