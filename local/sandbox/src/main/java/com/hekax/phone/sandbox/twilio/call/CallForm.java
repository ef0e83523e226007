package com.hekax.phone.sandbox.twilio.call;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The parameters that every request about a call carries ("TwiML for Programmable Voice", read
 * 2026-11-22), those included that say nothing: they are signed too.
 */
final class CallForm {

  static SortedMap<String, String> of(Call call) {
    var form = new TreeMap<String, String>();
    form.put("AccountSid", call.accountSid());
    form.put("ApiVersion", "2010-04-01");
    form.put("CallSid", call.sid());
    form.put("CallStatus", call.status().word());
    form.put("Direction", call.direction().word());
    // Each party twice, under the names of today and those of the first years.
    for (var name : List.of("From", "Caller")) {
      party(form, name, call.from());
    }
    for (var name : List.of("To", "Called")) {
      party(form, name, call.to());
    }
    call.parent().ifPresent(parent -> form.put("ParentCallSid", parent.sid()));
    if (call.direction() == Direction.INBOUND) {
      form.put("CallToken", "{\"parentCallInfoToken\":\"" + call.sid() + "\"}");
      form.put("StirVerstat", "TN-Validation-Passed-A");
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

  private CallForm() {}
}
