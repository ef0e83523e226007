package com.hekax.phone.crm;

import com.hekax.phone.crm.hubspot.HubSpotOAuth;
import com.hekax.phone.platform.Platform;
import com.hekax.phone.platform.queues.Deliveries;
import com.hekax.phone.platform.vendor.VendorHttp;
import com.hekax.phone.platform.vendor.VendorLimits;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;

/** The objects of this domain, made when a handler first asks. */
public final class CrmWiring {
  /** Two questions of a route end within its fifteen seconds. */
  private static final VendorLimits LIMITS =
      new VendorLimits(Duration.ofSeconds(3), Duration.ofSeconds(7), 2_000_000);

  public static Connections connections() {
    var platform = Platform.current();
    return new Connections(
        platform.database(),
        platform.deliveries(),
        platform.outbox(),
        new TokenSeal(platform.envelope()),
        hubSpotOAuth(),
        platform.clock());
  }

  public static Authorizations authorizations() {
    var platform = Platform.current();
    return new Authorizations(
        platform.database(),
        platform.systemDatabase(),
        platform.entitlements(),
        connections(),
        hubSpotOAuth(),
        platform.clock());
  }

  public static Links links() {
    return new Links(Platform.current().database());
  }

  public static Intake intake() {
    var platform = Platform.current();
    return new Intake(platform.deliveries(), platform.entitlements(), platform.clock());
  }

  public static Dispatcher dispatcher() {
    var platform = Platform.current();
    var settings = CrmSettings.of(platform.env());
    var keeper =
        new TokenKeeper(
            platform.database(),
            new TokenSeal(platform.envelope()),
            hubSpotOAuth(),
            platform.clock());
    var notes = new SyncNotes(platform.database(), platform.outbox(), platform.clock());
    var sync =
        new LeadSync(
            platform.database(),
            hubSpotApi(),
            keeper,
            new ContactSync(notes, settings),
            new CallSync(notes, settings),
            platform.clock());
    return new Dispatcher(
        sync,
        connections(),
        notes,
        platform.deliveries(),
        new RetrySchedule(new SecureRandom()),
        platform.clock());
  }

  public static Deliveries deliveries() {
    return Platform.current().deliveries();
  }

  public static InstantSource clock() {
    return Platform.current().clock();
  }

  private static HubSpotOAuth hubSpotOAuth() {
    var platform = Platform.current();
    var settings = CrmSettings.of(platform.env());
    return new HubSpotOAuth(
        hubSpotApi(), settings.hubSpotPages(), settings.callback(), platform.secrets());
  }

  private static VendorHttp hubSpotApi() {
    var settings = CrmSettings.of(Platform.current().env());
    return new VendorHttp(settings.hubSpotApi(), Map::of, LIMITS).withBusyAnswers();
  }

  private CrmWiring() {}
}
