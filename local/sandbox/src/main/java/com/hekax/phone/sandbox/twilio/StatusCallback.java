package com.hekax.phone.sandbox.twilio;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One step of a call as Twilio tells it ("TwiML Voice: Number", status callbacks; read 2026-11-22).
 *
 * @param sequence counts the steps of a call from 0
 * @param status the value of {@code CallStatus}
 */
record StatusCallback(InboundCall call, int sequence, String status, Instant at) {
  /** RFC 2822, as in {@code Sun, 22 Nov 2026 10:03:03 +0000}. */
  private static final DateTimeFormatter TIMESTAMP =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss xx", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  /** All fields of the form, those included that say nothing: they are signed too. */
  SortedMap<String, String> form(String accountSid) {
    var form = new TreeMap<String, String>();
    form.put("AccountSid", accountSid);
    form.put("ApiVersion", "2010-04-01");
    form.put("CallbackSource", "call-progress-events");
    form.put("CallSid", call.callSid());
    form.put("CallStatus", status);
    form.put("Direction", "inbound");
    form.put("SequenceNumber", Integer.toString(sequence));
    form.put("Timestamp", TIMESTAMP.format(at));
    // Each party twice, under the names of today and those of the first years.
    for (var name : List.of("From", "Caller")) {
      party(form, name, call.from());
    }
    for (var name : List.of("To", "Called")) {
      party(form, name, call.to());
    }
    if (status.equals("completed")) {
      long seconds = call.talkTime().toSeconds();
      form.put("CallDuration", Long.toString(seconds));
      // Minutes as they are billed, each begun one.
      form.put("Duration", Long.toString(Math.ceilDiv(seconds, 60)));
    }
    return form;
  }

  private static void party(SortedMap<String, String> form, String name, String party) {
    boolean american = party.startsWith("+1");
    form.put(name, party);
    form.put(name + "City", "");
    form.put(name + "Country", american ? "US" : "");
    form.put(name + "State", american ? "CA" : "");
    form.put(name + "Zip", "");
  }
}
