package com.hekax.phone.notifications.webhooks;

import com.hekax.phone.contracts.DomainEvent;
import com.hekax.phone.notifications.Channel;
import com.hekax.phone.notifications.Parcel;
import com.hekax.phone.platform.db.Tx;
import com.hekax.phone.platform.queues.Outgoing;
import java.util.List;

/** Signed webhooks as a way to tell somebody. */
final class WebhookChannel implements Channel<Attempt> {
  private final Announcer announcer;
  private final Gate gate;
  private final WebhookSender sender;
  private final Outcomes outcomes;

  WebhookChannel(Announcer announcer, Gate gate, WebhookSender sender, Outcomes outcomes) {
    this.announcer = announcer;
    this.gate = gate;
    this.sender = sender;
    this.outcomes = outcomes;
  }

  private record ToReceiver(Outgoing outgoing, Receiver receiver, WebhookSender sender)
      implements Parcel<Attempt> {

    @Override
    public Attempt send() {
      return sender.send(outgoing, receiver);
    }
  }

  @Override
  public String consumer() {
    return Webhooks.CONSUMER;
  }

  @Override
  public List<Outgoing> announce(Tx tx, DomainEvent event) {
    return announcer.announce(tx, event);
  }

  @Override
  public List<Parcel<Attempt>> pass(List<Outgoing> claimed) {
    return gate.pass(claimed, (outgoing, receiver) -> new ToReceiver(outgoing, receiver, sender));
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
