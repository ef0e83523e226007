package com.hekax.phone.twilio;

import com.hekax.phone.platform.vendor.Answer.Answered;
import com.hekax.phone.platform.vendor.Answer.Throttled;
import com.hekax.phone.platform.vendor.Answer.Unreachable;
import com.hekax.phone.platform.vendor.VendorHttp;
import com.twilio.http.HttpClient;
import com.twilio.http.HttpMethod;
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
  private final VendorHttp http;

  TwilioHttp(VendorHttp http) {
    this.http = http;
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
    if (request.getMethod() != HttpMethod.POST) {
      throw new IllegalArgumentException("Only posts are asked of Twilio so far");
    }
    var path = URI.create(request.getUrl()).getRawPath();
    return switch (http.with("Authorization", request.getAuthString())
        .postForm(path, fields(request))) {
      case Answered answer when answer.status() >= 500 ->
          throw new NotNowException("answered " + answer.status());
      case Answered answer -> new Response(answer.body(), answer.status());
      case Throttled _ -> throw new NotNowException("asks to come back later");
      case Unreachable(var reason, _) -> throw new NotNowException(reason);
    };
  }

  private static Map<String, String> fields(Request request) {
    return request.getPostParams().entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, field -> field.getValue().getFirst()));
  }
}
