package com.hekax.phone.live;

import com.hekax.phone.platform.Platform;
import com.hekax.phone.platform.aws.OpenConnections;
import com.hekax.phone.platform.http.OriginCheck;
import java.net.URI;
import java.time.InstantSource;

/** The objects of this domain, made when a handler first asks. */
public final class LiveWiring {
  private static final Platform PLATFORM = Platform.current();

  public static Tickets tickets() {
    return new Tickets(PLATFORM.database(), PLATFORM.clock());
  }

  public static LiveLinks links() {
    return new LiveLinks(PLATFORM.systemDatabase(), PLATFORM.clock());
  }

  public static Broadcast broadcast() {
    return new Broadcast(PLATFORM.database(), new FanOut(connections()), PLATFORM.clock());
  }

  public static OpenConnections connections() {
    return new OpenConnections(PLATFORM.aws(), URI.create(PLATFORM.env().get("LIVE_API_ENDPOINT")));
  }

  public static OriginCheck origin() {
    return new OriginCheck(PLATFORM.secrets());
  }

  public static InstantSource clock() {
    return PLATFORM.clock();
  }

  private LiveWiring() {}
}
