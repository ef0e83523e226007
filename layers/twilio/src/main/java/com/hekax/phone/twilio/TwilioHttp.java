package com.hekax.phone.twilio;

import com.hekax.phone.platform.Env;
import com.hekax.phone.platform.vendor.Answer;
import com.hekax.phone.platform.vendor.Answer.Answered;
import com.hekax.phone.platform.vendor.Answer.Throttled;
import com.hekax.phone.platform.vendor.Answer.Unreachable;
import com.hekax.phone.platform.vendor.VendorHttp;
import com.hekax.phone.platform.vendor.VendorLimits;
import com.twilio.http.HttpClient;
import com.twilio.http.Request;
import com.twilio.http.Response;
import java.net.URI;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How Twilio's SDK reaches Twilio: over the product's own client, with its time limits, at the
 * address of our settings. The SDK would by itself repeat what was answered 5xx, three times and
 * with pauses of its own; here nothing is repeated.
 */
final class TwilioHttp extends HttpClient {
  private static final String TWILIO = "https://api.twilio.com";

  private final VendorHttp http;

  private TwilioHttp(VendorHttp http) {
    this.http = http;
  }

  /** Reads {@code TWILIO_API_URL}, which names a stand-in; without it Twilio itself is asked. */
  static TwilioHttp of(Env env, VendorLimits limits) {
    var base = URI.create(env.find("TWILIO_API_URL").orElse(TWILIO));
    return new TwilioHttp(new VendorHttp(base, Map::of, limits));
  }

  /** Twilio is busy, broken or out of reach: what was asked may be asked again. */
  static final class NotNowException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotNowException(String reason) {
      super(reason);
    }
  }

  @Override
  public Response reliableRequest(Request request) {
    return makeRequest(request);
  }

  @Override
  public Response makeRequest(Request request) {
    return switch (send(request)) {
      case Answered answer when answer.status() >= 500 ->
          throw new NotNowException("answered " + answer.status());
      case Answered answer -> new Response(answer.body(), answer.status());
      case Throttled _ -> throw new NotNowException("asks to come back later");
      case Unreachable(var reason, _) -> throw new NotNowException(reason);
    };
  }

  private Answer send(Request request) {
    var signedIn = http.with("Authorization", request.getAuthString());
    // Path and query as they are; scheme and host are those of our settings.
    var address = request.constructURL().getFile();
    return switch (request.getMethod()) {
      case GET -> signedIn.get(address);
      case POST -> signedIn.postForm(address, fields(request));
      case DELETE -> signedIn.delete(address);
      case PUT, PATCH, HEAD, OPTIONS ->
          throw new IllegalArgumentException("Twilio was never asked so: " + request.getMethod());
    };
  }

  private static Map<String, String> fields(Request request) {
    return request.getPostParams().entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, field -> field.getValue().getFirst()));
  }
}
