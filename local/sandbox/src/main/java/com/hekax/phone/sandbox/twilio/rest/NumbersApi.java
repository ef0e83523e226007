package com.hekax.phone.sandbox.twilio.rest;

import com.hekax.phone.sandbox.twilio.call.Exchange;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * {@code IncomingPhoneNumbers}. Every number that can be called here is the account's until it is
 * released, so all of them cannot be listed: only one that is asked for is told of.
 */
final class NumbersApi {
  private final Exchange exchange;
  private final Map<String, String> told = new ConcurrentHashMap<>();
  private final Set<String> released = ConcurrentHashMap.newKeySet();

  NumbersApi(Exchange exchange) {
    this.exchange = exchange;
  }

  RestAnswer list(RestRequest request) throws RestException {
    var found =
        request
            .find("PhoneNumber")
            .filter(number -> number.matches("\\+[1-9][0-9]{6,14}") && !released.contains(number))
            .map(number -> List.of(json(number)))
            .orElse(List.of());
    return RestAnswer.ok(Fields.page(request, "incoming_phone_numbers", found));
  }

  RestAnswer release(RestRequest request, String sid) throws RestException {
    var number = told.remove(sid);
    if (number == null || !released.add(number)) {
      throw RestException.notFound(request.path());
    }
    return RestAnswer.gone();
  }

  private Map<String, @Nullable Object> json(String number) {
    var account = exchange.account().accountSid();
    var sid = sid(number);
    told.put(sid, number);
    return new Fields()
        .with("sid", sid)
        .with("account_sid", account)
        .with("friendly_name", number)
        .with("phone_number", number)
        .with("capabilities", Map.of("voice", true, "sms", true, "mms", false, "fax", false))
        .with("status", "in-use")
        .with("api_version", "2010-04-01")
        .with("uri", "/2010-04-01/Accounts/%s/IncomingPhoneNumbers/%s.json".formatted(account, sid))
        .json();
  }

  private static String sid(String number) {
    var name = UUID.nameUUIDFromBytes(number.getBytes(StandardCharsets.UTF_8));
    return "PN" + name.toString().replace("-", "");
  }
}
