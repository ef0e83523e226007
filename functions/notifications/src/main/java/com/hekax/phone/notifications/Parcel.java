package com.hekax.phone.notifications;

import com.hekax.phone.platform.queues.Outgoing;

/**
 * What is to be sent now, and the way to send it.
 *
 * @param <A> how that may end
 */
public interface Parcel<A> {

  Outgoing outgoing();

  /** Sends it once; run in a thread of its own, so it keeps from the database. */
  A send();
}
