package com.hekax.phone.live;

import com.hekax.phone.platform.Platform;
import com.hekax.phone.platform.aws.OpenConnections;
import com.hekax.phone.platform.http.OriginCheck;
import java.net.URI;
import java.time.InstantSource;

/** The objects of this domain, made when a handler first asks. */
public final class LiveWiring {
  public static Tickets tickets() {
    return new Tickets(platform().database(), platform().clock());
  }

  public static LiveLinks links() {
    return new LiveLinks(platform().systemDatabase(), platform().clock());
  }

  public static Broadcast broadcast() {
    return new Broadcast(
        platform().database(), frames(), new FanOut(connections()), platform().clock());
  }

  public static Frames frames() {
    return new Frames(platform().database(), platform().clock());
  }

  public static OpenConnections connections() {
    return new OpenConnections(
        platform().aws(), URI.create(platform().env().get("LIVE_API_ENDPOINT")));
  }

  public static OriginCheck origin() {
    return new OriginCheck(platform().secrets());
  }

  public static InstantSource clock() {
    return platform().clock();
  }

  private static Platform platform() {
    return Platform.current();
  }

  private LiveWiring() {}
}
