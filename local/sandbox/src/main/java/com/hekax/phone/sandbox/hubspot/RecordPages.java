package com.hekax.phone.sandbox.hubspot;

import com.hekax.phone.sandbox.SandboxJson;
import com.hekax.phone.sandbox.console.FaultFilter;
import com.hekax.phone.sandbox.console.Html;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What people see: {@code GET /records} with all contacts and their calls, as a page or as JSON,
 * and a page for each contact at the address that HubSpot gives it. {@code PUT /settings} with
 * {@code searchLagMillis}, {@code accessTokenSeconds} or {@code requestsPerTenSeconds} changes how
 * it behaves.
 */
final class RecordPages implements HttpService {
  private final HubSpotState state;

  RecordPages(HubSpotState state) {
    this.state = state;
  }

  @Override
  public void routing(HttpRules rules) {
    rules
        .get("/records", this::records)
        .get("/contacts/{hubId}/record/0-1/{id}", this::contact)
        .put("/settings", this::settings);
  }

  private void records(ServerRequest request, ServerResponse response) {
    if (request.headers().first(HeaderNames.ACCEPT).orElse("").contains("json")) {
      SandboxJson.send(response, 200, state.portals().stream().map(RecordPages::json).toList());
    } else {
      Html.send(
          response,
          "HubSpot",
          state.portals().stream().map(RecordPages::table).collect(Collectors.joining()));
    }
  }

  private static Map<String, Object> json(Portal portal) {
    var contacts =
        portal.all(ObjectType.CONTACTS).stream()
            .map(
                contact -> {
                  var json = contact.json();
                  json.put(
                      "calls", portal.callsOf(contact.id()).stream().map(String::valueOf).toList());
                  return json;
                })
            .toList();
    var json = new LinkedHashMap<String, Object>();
    json.put("hubId", portal.hubId());
    json.put("contacts", contacts);
    json.put("calls", portal.all(ObjectType.CALLS).stream().map(CrmRecord::json).toList());
    return json;
  }

  private static String table(Portal portal) {
    var rows =
        portal.all(ObjectType.CONTACTS).reversed().stream()
            .map(contact -> row(portal, contact))
            .collect(Collectors.joining());
    return """
        <h2>Portal %d</h2>
        <table><tr><th>Id<th>Name<th>Phone<th>E-mail<th>Company<th>Calls</tr>%s</table>
        """
        .formatted(portal.hubId(), rows);
  }

  private static String row(Portal portal, CrmRecord contact) {
    return Html.row(
        Long.toString(contact.id()),
        (contact.value("firstname") + " " + contact.value("lastname")).strip(),
        contact.value("phone"),
        contact.value("email"),
        contact.value("company"),
        portal.callsOf(contact.id()).stream()
            .flatMap(id -> portal.find(ObjectType.CALLS, id).stream())
            .map(RecordPages::line)
            .collect(Collectors.joining("\n")));
  }

  private static String line(CrmRecord call) {
    return "%s %s, %s, %s ms: %s"
        .formatted(
            call.value("hs_timestamp"),
            call.value("hs_call_title"),
            call.value("hs_call_status"),
            call.value("hs_call_duration"),
            call.value("hs_call_body").replace("<br>", " / "));
  }

  private void contact(ServerRequest request, ServerResponse response) {
    var portal = state.portal(Long.parseLong(FaultFilter.path(request, "hubId")));
    var contact = portal.find(ObjectType.CONTACTS, Long.parseLong(FaultFilter.path(request, "id")));
    if (contact.isEmpty()) {
      response.status(Status.NOT_FOUND_404).send("There is no such contact.");
      return;
    }
    Html.send(
        response,
        "HubSpot contact " + contact.get().id(),
        "<table><tr><th>Id<th>Name<th>Phone<th>E-mail<th>Company<th>Calls</tr>%s</table>"
            .formatted(row(portal, contact.get())));
  }

  private void settings(ServerRequest request, ServerResponse response) {
    var body = SandboxJson.read(request);
    if (!body.isObject()) {
      SandboxJson.send(response, 400, Map.of("message", "Send {\"searchLagMillis\": 5000}."));
      return;
    }
    if (body.has("searchLagMillis")) {
      state.searchLag(Duration.ofMillis(body.path("searchLagMillis").asLong()));
    }
    if (body.has("accessTokenSeconds")) {
      state.oauth().accessLife(Duration.ofSeconds(body.path("accessTokenSeconds").asLong()));
    }
    if (body.has("requestsPerTenSeconds")) {
      state.limit().most(body.path("requestsPerTenSeconds").asInt());
    }
    SandboxJson.send(response, 200, List.of());
  }
}
