package com.hekax.phone.sandbox.mail;

import com.hekax.phone.sandbox.SandboxJson;
import com.hekax.phone.sandbox.console.FaultFilter;
import com.hekax.phone.sandbox.console.Html;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.stream.Collectors;

/**
 * Everybody's mail: {@code GET /mail} lists it as a page or as JSON, {@code GET /mail/{id}} shows
 * one as a mail program does.
 */
public final class Mailbox implements HttpService {
  private static final int MOST = 1_000;

  private final ConcurrentLinkedDeque<Message> messages = new ConcurrentLinkedDeque<>();

  @Override
  public void routing(HttpRules rules) {
    rules.get("/", this::list).get("/{id}", this::show);
  }

  /** The mail, newest first. */
  public List<Message> messages() {
    return List.copyOf(messages);
  }

  /** The mail to one address, newest first. */
  public List<Message> messages(String address) {
    return messages.stream().filter(message -> message.to().contains(address)).toList();
  }

  void add(Message message) {
    messages.addFirst(message);
    while (messages.size() > MOST) {
      messages.pollLast();
    }
  }

  private void list(ServerRequest request, ServerResponse response) {
    if (request.headers().first(HeaderNames.ACCEPT).orElse("").contains("json")) {
      SandboxJson.send(response, 200, messages());
    } else {
      Html.send(response, "Mailbox", table());
    }
  }

  private String table() {
    return messages.stream()
        .map(
            message ->
                "<tr><td>%s<td>%s<td><a href=\"/mail/%s\">%s</a></tr>"
                    .formatted(
                        message.at(),
                        Html.escaped(String.join(", ", message.to())),
                        message.id(),
                        Html.escaped(message.subject())))
        .collect(Collectors.joining("", "<table><tr><th>At<th>To<th>Subject</tr>", "</table>"));
  }

  private void show(ServerRequest request, ServerResponse response) {
    var id = FaultFilter.path(request, "id");
    messages.stream()
        .filter(message -> message.id().equals(id))
        .findFirst()
        .ifPresentOrElse(
            message -> Html.send(response, message.subject(), content(message)),
            () -> response.status(Status.NOT_FOUND_404).send("There is no such mail."));
  }

  /** The sender's HTML runs no script here, and its links open beside it. */
  private static String content(Message message) {
    return """
        <table>%s%s%s%s%s</table>
        <iframe title="The message" sandbox="allow-popups allow-popups-to-escape-sandbox" srcdoc="%s"
          style="width: 100%%; max-width: 720px; height: 640px; border: 1px solid #d5dae1"></iframe>
        <h2>As plain text</h2>
        <pre style="white-space: pre-wrap">%s</pre>
        """
        .formatted(
            Html.row("From", message.from()),
            Html.row("To", String.join(", ", message.to())),
            Html.row("At", message.at().toString()),
            Html.row("Headers", message.headers().toString()),
            Html.row("Tags", message.tags().toString()),
            Html.escaped("<base target=\"_blank\">" + message.html()),
            Html.escaped(message.text()));
  }
}
