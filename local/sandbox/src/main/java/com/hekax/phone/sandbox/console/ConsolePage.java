package com.hekax.phone.sandbox.console;

import com.hekax.phone.sandbox.mail.Mailbox;
import com.hekax.phone.sandbox.webhooks.WebhookReceiver;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import java.util.stream.Collectors;

/** The page at the sandbox's address: what arrived outside, newest first. */
public final class ConsolePage implements HttpService {
  private final WebhookReceiver webhooks;
  private final Mailbox mailbox;
  private final Faults faults;

  public ConsolePage(WebhookReceiver webhooks, Mailbox mailbox, Faults faults) {
    this.webhooks = webhooks;
    this.mailbox = mailbox;
    this.faults = faults;
  }

  @Override
  public void routing(HttpRules rules) {
    rules.get("/", (_, response) -> Html.send(response, "HEKAX Phone sandbox", content()));
  }

  private String content() {
    var received =
        webhooks.all().stream()
            .map(
                one ->
                    Html.row(
                        one.at().toString(),
                        one.receiver(),
                        one.signature().toString(),
                        one.body()))
            .collect(Collectors.joining());
    return """
        <p><a href="/mail">Mailbox</a> (%d) · <a href="/hubspot/records">HubSpot</a> · <a href="/slack/messages">Slack</a> · <a href="/faults">Faults</a> (%d)</p>
        <h2>Webhooks received</h2>
        <table><tr><th>At<th>Receiver<th>Signature<th>Body</tr>%s</table>
        """
        .formatted(mailbox.messages().size(), faults.all().size(), received);
  }
}
