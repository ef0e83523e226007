package com.hekax.phone.notifications.webhooks;

import com.hekax.phone.notifications.Courier;
import com.hekax.phone.notifications.RetrySchedule;
import com.hekax.phone.platform.Platform;
import com.hekax.phone.platform.vendor.OutboundAddresses;
import com.hekax.phone.platform.vendor.PublicHttp;
import java.security.SecureRandom;

/** The objects of this channel, made when a handler first asks. */
public final class WebhooksWiring {

  public static Webhooks webhooks() {
    var platform = Platform.current();
    return new Webhooks(
        platform.database(),
        platform.deliveries(),
        platform.entitlements(),
        OutboundAddresses.of(platform.env()),
        secrets(platform),
        platform.clock());
  }

  public static Courier<Attempt> courier() {
    var platform = Platform.current();
    var deliveries = platform.deliveries();
    var clock = platform.clock();
    return new Courier<>(
        new WebhookChannel(
            new Announcer(deliveries, clock),
            new Gate(platform.database(), deliveries, clock),
            new WebhookSender(PublicHttp.of(platform.env()), secrets(platform), clock),
            new Outcomes(
                platform.database(),
                deliveries,
                RetrySchedule.ofWebhooks(new SecureRandom()),
                clock)));
  }

  private static SealedSecrets secrets(Platform platform) {
    return new SealedSecrets(platform.database(), platform.envelope());
  }

  private WebhooksWiring() {}
}
