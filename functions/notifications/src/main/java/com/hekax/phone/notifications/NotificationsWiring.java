package com.hekax.phone.notifications;

import com.hekax.phone.platform.Platform;
import com.hekax.phone.platform.queues.Deliveries;
import java.time.InstantSource;

/**
 * The objects that all channels share, made when a handler first asks; a channel's own are made by
 * the wiring in its package.
 */
public final class NotificationsWiring {

  public static Deliveries deliveries() {
    return Platform.current().deliveries();
  }

  public static InstantSource clock() {
    return Platform.current().clock();
  }

  private NotificationsWiring() {}
}
