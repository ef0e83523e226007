package com.hekax.phone.sandbox;

import com.hekax.phone.sandbox.console.ConsolePage;
import com.hekax.phone.sandbox.console.FaultRoutes;
import com.hekax.phone.sandbox.console.Faults;
import com.hekax.phone.sandbox.hubspot.HubSpot;
import com.hekax.phone.sandbox.mail.Mailbox;
import com.hekax.phone.sandbox.mail.Resend;
import com.hekax.phone.sandbox.openai.OpenAi;
import com.hekax.phone.sandbox.openai.RealtimeUpgrader;
import com.hekax.phone.sandbox.slack.Slack;
import com.hekax.phone.sandbox.twilio.Twilio;
import com.hekax.phone.sandbox.webhooks.WebhookReceiver;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http1.Http1Config;
import io.helidon.webserver.http1.Http1ConnectionSelector;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;

/** All stand-ins and their console behind one port. */
public final class Sandbox implements AutoCloseable {
  private final Faults faults;
  private final WebhookReceiver webhooks;
  private final Mailbox mailbox = new Mailbox();
  private final Resend resend;
  private final Twilio twilio;
  private final HubSpot hubSpot;
  private final Slack slack;
  private final OpenAi openAi;
  private final WebServer server;

  private Sandbox(int port, InstantSource clock) {
    this.faults = new Faults(clock);
    this.webhooks = new WebhookReceiver(faults, clock);
    this.resend = new Resend(mailbox, faults, clock);
    this.twilio = new Twilio(faults, clock, this::uri);
    this.hubSpot = new HubSpot(faults, clock);
    this.slack = new Slack(faults, clock, this::uri);
    this.openAi = new OpenAi(faults, clock);
    this.server =
        WebServer.builder()
            .host("127.0.0.1")
            .port(port)
            .shutdownHook(false)
            .shutdownGracePeriod(Duration.ofMillis(200))
            .addRouting(
                HttpRouting.builder()
                    .register("/webhook-receiver", webhooks)
                    .register("/resend", resend)
                    .register("/mail", mailbox)
                    .register("/twilio", twilio)
                    .register("/2010-04-01", twilio.rest())
                    .register("/hubspot", hubSpot)
                    .register("/slack", slack)
                    .register("/openai", openAi)
                    .register("/faults", new FaultRoutes(faults))
                    .register("/", new ConsolePage(webhooks, mailbox, faults)))
            .addProtocol(RealtimeUpgrader.CONFIG)
            .addConnectionSelector(
                Http1ConnectionSelector.builder()
                    .config(Http1Config.create())
                    .addUpgrader(openAi.upgrader())
                    .build())
            .build()
            .start();
  }

  /**
   * Starts it, for this machine only.
   *
   * @param port 0 for any free one
   */
  public static Sandbox start(int port, InstantSource clock) {
    return new Sandbox(port, clock);
  }

  public URI uri() {
    return URI.create("http://localhost:" + server.port());
  }

  public Faults faults() {
    return faults;
  }

  public WebhookReceiver webhooks() {
    return webhooks;
  }

  public Mailbox mailbox() {
    return mailbox;
  }

  public Resend resend() {
    return resend;
  }

  public Twilio twilio() {
    return twilio;
  }

  public HubSpot hubSpot() {
    return hubSpot;
  }

  public Slack slack() {
    return slack;
  }

  public OpenAi openAi() {
    return openAi;
  }

  @Override
  public void close() {
    server.stop();
  }
}
