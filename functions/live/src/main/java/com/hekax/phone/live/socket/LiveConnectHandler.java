package com.hekax.phone.live.socket;

import com.hekax.phone.live.LiveLinks;
import com.hekax.phone.live.LiveWiring;
import com.hekax.phone.platform.crypto.RandomToken;
import com.hekax.phone.platform.http.OriginCheck;

/** Opens a live link to whoever shows a ticket. */
public final class LiveConnectHandler extends LiveSocketHandler {
  private final LiveLinks links;
  private final OriginCheck origin;

  public LiveConnectHandler() {
    this(LiveWiring.links(), LiveWiring.origin());
  }

  LiveConnectHandler(LiveLinks links, OriginCheck origin) {
    this.links = links;
    this.origin = origin;
  }

  @Override
  int handle(SocketEvent event) {
    if (!origin.matches(event.header("x-hekax-origin").orElse(""))) {
      return 403;
    }
    boolean opened =
        event
            .query("ticket")
            .map(text -> links.open(new RandomToken(text), event.connectionId()))
            .orElse(false);
    return opened ? 200 : 401;
  }
}
