package com.hekax.phone.live.socket;

import com.hekax.phone.live.LiveLinks;
import com.hekax.phone.live.LiveWiring;

/**
 * Forgets a link that closed. The gateway tells us when it can; a link it did not tell us of is
 * forgotten when something is sent to it, or when it is too old.
 */
public final class LiveDisconnectHandler extends LiveSocketHandler {
  private final LiveLinks links;

  public LiveDisconnectHandler() {
    this(LiveWiring.links());
  }

  LiveDisconnectHandler(LiveLinks links) {
    this.links = links;
  }

  @Override
  int handle(SocketEvent event) {
    links.close(event.connectionId());
    return 200;
  }
}
