package com.hekax.phone.crm.hubspot;

import com.hekax.phone.contracts.CallEnded;
import com.hekax.phone.contracts.LeadDetails;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A call and what came of it, in the fields of a HubSpot call. */
public final class CallFields {

  /**
   * What HubSpot shows of a call. The text says all that the caller told, since a contact's own
   * fields keep what people wrote, and ends with the call's page, which is also what it is found
   * by.
   *
   * @param page the call's own address, with its id
   */
  public static Map<String, String> of(CallEnded call, LeadDetails lead, String page) {
    boolean inbound = call.direction().equals("INBOUND");
    var fields = new LinkedHashMap<String, String>();
    fields.put("hs_timestamp", call.startedAt().toString());
    fields.put("hs_call_title", inbound ? "Inbound call" : "Outbound call");
    fields.put("hs_call_body", body(lead, page));
    fields.put("hs_call_direction", call.direction());
    fields.put("hs_call_status", call.outcome());
    fields.put(
        "hs_call_duration", Long.toString(Duration.ofSeconds(call.talkSeconds()).toMillis()));
    call.from().ifPresent(from -> fields.put("hs_call_from_number", from));
    call.to().ifPresent(to -> fields.put("hs_call_to_number", to));
    return fields;
  }

  private static String body(LeadDetails lead, String page) {
    var lines = new ArrayList<String>();
    lead.need().ifPresent(lines::add);
    lines.add("Name: " + lead.name());
    lead.phone().ifPresent(phone -> lines.add("Phone: " + phone));
    lead.email().ifPresent(email -> lines.add("E-mail: " + email));
    lead.company().ifPresent(company -> lines.add("Company: " + company));
    lines.add(page);
    return html(lines);
  }

  /** HubSpot takes the text for HTML. */
  private static String html(List<String> lines) {
    return lines.stream()
        .map(
            line ->
                line.replace("&", "&amp;")
                    .replace("<", "&lt;")
                    .replace(">", "&gt;")
                    .replace("\n", "<br>"))
        .collect(Collectors.joining("<br>"));
  }

  private CallFields() {}
}
