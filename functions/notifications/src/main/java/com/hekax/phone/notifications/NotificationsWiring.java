package com.hekax.phone.notifications;

import com.hekax.phone.platform.Platform;
import com.hekax.phone.platform.queues.Deliveries;
import com.hekax.phone.platform.vendor.OutboundAddresses;
import com.hekax.phone.platform.vendor.PublicHttp;
import java.security.SecureRandom;
import java.time.InstantSource;

/** The objects of this domain, made when a handler first asks. */
public final class NotificationsWiring {
  public static Webhooks webhooks() {
    var platform = Platform.current();
    return new Webhooks(
        platform.database(),
        platform.deliveries(),
        platform.entitlements(),
        OutboundAddresses.of(platform.env()),
        platform.envelope(),
        platform.clock());
  }

  public static Announcer announcer() {
    var platform = Platform.current();
    return new Announcer(platform.deliveries(), platform.clock());
  }

  public static Courier courier() {
    var platform = Platform.current();
    var gate = new Gate(platform.database(), platform.deliveries(), platform.clock());
    var sender =
        new WebhookSender(PublicHttp.of(platform.env()), platform.envelope(), platform.clock());
    var outcomes =
        new Outcomes(
            platform.database(),
            platform.deliveries(),
            new RetrySchedule(new SecureRandom()),
            platform.clock());
    return new Courier(gate, sender, outcomes);
  }

  public static Deliveries deliveries() {
    return Platform.current().deliveries();
  }

  public static InstantSource clock() {
    return Platform.current().clock();
  }

  private NotificationsWiring() {}
}
