package com.hekax.phone.runner.websocket;

import com.hekax.phone.runner.lambda.LambdaService;
import com.hekax.phone.runner.template.Application.WebSocketApi;
import com.hekax.phone.runner.template.Naming;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The WebSocket APIs of the template, and the watch over how long connections live. */
public final class WebSocketApis implements AutoCloseable {
  private final Map<String, SocketApi> byHost = new HashMap<>();
  private final Thread watch;
  private final Duration look;

  public WebSocketApis(List<WebSocketApi> declared, LambdaService lambda, SocketLimits limits) {
    for (var api : declared) {
      byHost.put(Naming.apiHost(api.id()), new SocketApi(api, lambda, limits));
    }
    var shortest = limits.idle().compareTo(limits.life()) < 0 ? limits.idle() : limits.life();
    look = shortest.dividedBy(20).plusMillis(10);
    watch = Thread.ofVirtual().name("websocket-limits").start(this::closeExpired);
  }

  /** The API of a host, as an edge knows it. */
  Optional<SocketApi> atHost(String host) {
    return Optional.ofNullable(byHost.get(host));
  }

  Optional<SocketApi> withId(String apiId) {
    return atHost(Naming.apiHost(apiId));
  }

  @Override
  public void close() {
    watch.interrupt();
  }

  private void closeExpired() {
    try {
      while (true) {
        Thread.sleep(look);
        byHost.values().forEach(api -> api.closeExpired(Instant.now()));
      }
    } catch (InterruptedException closing) {
      // The listener closes what is still connected.
    }
  }
}
