package com.hekax.phone.notifications.email;

import com.hekax.phone.notifications.Courier;
import com.hekax.phone.notifications.RetrySchedule;
import com.hekax.phone.platform.Platform;
import com.hekax.phone.platform.vendor.VendorHttp;
import com.hekax.phone.platform.vendor.VendorLimits;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;

/** The objects of this channel, made when a handler first asks. */
public final class EmailsWiring {
  /** A round of a hundred, so far apart, ends within half a minute. */
  private static final VendorLimits LIMITS =
      new VendorLimits(Duration.ofSeconds(3), Duration.ofSeconds(5), 100_000);

  /** Four a second: the five that are allowed would become six by a hiccup of the network. */
  private static final Duration GAP = Duration.ofMillis(250);

  public static Emails emails() {
    var platform = Platform.current();
    return new Emails(platform.database(), platform.deliveries(), platform.clock());
  }

  public static Courier<Attempt> courier() {
    var platform = Platform.current();
    var settings = EmailSettings.of(platform.env());
    var deliveries = platform.deliveries();
    var clock = platform.clock();
    return new Courier<>(
        new EmailChannel(
            new Announcer(deliveries, clock),
            new Gate(platform.database(), deliveries, clock),
            new Composer(settings.publicUrl()),
            sender(platform, settings),
            outcomes(platform)));
  }

  /** The courier of what people are written about their accounts. */
  public static Courier<Attempt> accountMailCourier() {
    var platform = Platform.current();
    var settings = EmailSettings.of(platform.env());
    return new Courier<>(
        new AccountMailChannel(
            platform.deliveries(),
            new AccountLetters(settings.publicUrl(), platform.linkCodes()),
            sender(platform, settings),
            outcomes(platform),
            platform.clock()));
  }

  private static EmailSender sender(Platform platform, EmailSettings settings) {
    return new Resend(
        new VendorHttp(settings.resendApi(), Map::of, LIMITS).withBusyAnswers(),
        settings.from(),
        platform.secrets(),
        new Pace(GAP, platform.clock()));
  }

  private static Outcomes outcomes(Platform platform) {
    return new Outcomes(
        platform.deliveries(), RetrySchedule.ofMessages(new SecureRandom()), platform.clock());
  }

  private EmailsWiring() {}
}
