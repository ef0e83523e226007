package com.hekax.phone.notifications.slack;

import com.hekax.phone.notifications.Courier;
import com.hekax.phone.notifications.RetrySchedule;
import com.hekax.phone.platform.Platform;
import com.hekax.phone.platform.vendor.VendorHttp;
import com.hekax.phone.platform.vendor.VendorLimits;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;

/** The objects of this channel, made when a handler first asks. */
public final class SlackWiring {
  /** Three questions of a route end within its fifteen seconds. */
  private static final VendorLimits LIMITS =
      new VendorLimits(Duration.ofSeconds(3), Duration.ofMillis(4_500), 2_000_000);

  public static SlackConnections connections() {
    var platform = Platform.current();
    return new SlackConnections(
        platform.database(),
        platform.deliveries(),
        platform.outbox(),
        new TokenSeal(platform.envelope()),
        platform.clock());
  }

  public static SlackAuthorizations authorizations() {
    var platform = Platform.current();
    var http = http();
    return new SlackAuthorizations(
        platform.database(),
        platform.systemDatabase(),
        connections(),
        oauth(http),
        http,
        platform.clock());
  }

  public static Courier<?> courier() {
    var platform = Platform.current();
    var database = platform.database();
    var deliveries = platform.deliveries();
    var clock = platform.clock();
    var http = http();
    var keeper = new TokenKeeper(database, new TokenSeal(platform.envelope()), oauth(http), clock);
    var outcomes =
        new SlackOutcomes(
            database,
            deliveries,
            connections(),
            RetrySchedule.ofMessages(new SecureRandom()),
            clock);
    return new Courier<>(
        new SlackChannel(
            database,
            deliveries,
            keeper,
            http,
            new MessageWriter(settings().publicUrl()),
            new SlackSender(clock),
            outcomes,
            clock));
  }

  private static SlackOAuth oauth(VendorHttp http) {
    return new SlackOAuth(http, settings(), Platform.current().secrets());
  }

  private static VendorHttp http() {
    return new VendorHttp(settings().slack(), Map::of, LIMITS);
  }

  private static SlackSettings settings() {
    return SlackSettings.of(Platform.current().env());
  }

  private SlackWiring() {}
}
