package com.hekax.phone.notifications;

import com.hekax.phone.contracts.DomainEvent;
import com.hekax.phone.platform.db.Tx;
import com.hekax.phone.platform.queues.Outgoing;
import java.util.List;

/**
 * One way to tell somebody outside. What is told is written into {@code deliveries} first, and each
 * attempt is made by a {@link Courier}.
 *
 * @param <A> how an attempt may end
 */
public interface Channel<A> {

  /** The name of the channel in {@code deliveries}. */
  String consumer();

  /**
   * Writes down in {@code tx}, which is entered for the event's organization, who is to be told of
   * it.
   *
   * @return those to attempt once it is committed; the others are to be left alone now
   */
  List<Outgoing> announce(Tx tx, DomainEvent event);

  /**
   * Which claimed deliveries go out now; of all others it is written down when they do, or that
   * they never will.
   */
  List<Parcel<A>> pass(List<Outgoing> claimed);

  /** How an attempt ended that could not be made, for a reason on our side. */
  A notMade();

  /** Writes down what follows from an attempt. */
  void note(Outgoing outgoing, A attempt);
}
