package com.hekax.phone.sandbox.twilio.rest;

import com.hekax.phone.sandbox.SandboxJson;
import com.hekax.phone.sandbox.console.Faults;
import com.hekax.phone.sandbox.twilio.TwilioAccount;
import com.hekax.phone.sandbox.twilio.call.Exchange;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * Twilio's REST interface under {@code /2010-04-01} (twilio-oai of 2026-04-14, read 2026-11-22):
 * {@code Calls}, {@code Conferences}, {@code Participants}, {@code Recordings} and {@code
 * IncomingPhoneNumbers}, with Basic authentication and forms. It fails as planned for the target
 * {@code twilio}.
 */
public final class RestApi implements HttpService {
  private static final String FAULTS = "twilio";

  private final Faults faults;
  private volatile Optional<Connected> connected = Optional.empty();

  public RestApi(Faults faults) {
    this.faults = faults;
  }

  private record Connected(
      TwilioAccount account,
      CallsApi calls,
      ConferencesApi conferences,
      RecordingsApi recordings,
      NumbersApi numbers) {}

  /** Serves the calls of an exchange. */
  public void connect(Exchange exchange) {
    connected =
        Optional.of(
            new Connected(
                exchange.account(),
                new CallsApi(exchange),
                new ConferencesApi(exchange),
                new RecordingsApi(exchange),
                new NumbersApi(exchange)));
  }

  @Override
  public void routing(HttpRules rules) {
    rules.any("/{+path}", this::handle);
  }

  private void handle(ServerRequest request, ServerResponse response) throws InterruptedException {
    try {
      var read = RestRequest.of(request);
      failAsPlanned(response);
      var to = connected.orElseThrow(() -> RestException.notFound(read.path()));
      authenticate(request, read, to.account());
      if (isSound(read)) {
        response
            .header(HeaderNames.CONTENT_TYPE, "audio/x-wav")
            .send(to.recordings().find(read, bare(read.segments().get(3))).wav());
        return;
      }
      var answer = route(read, to);
      if (answer.json().isPresent()) {
        SandboxJson.send(response, answer.status(), answer.json().get());
      } else {
        response.status(Status.create(answer.status())).send();
      }
    } catch (RestException refused) {
      SandboxJson.send(response, refused.status(), refused.body());
    }
  }

  private void failAsPlanned(ServerResponse response) throws RestException, InterruptedException {
    var fault = faults.now(FAULTS);
    if (fault.isEmpty()) {
      return;
    }
    Thread.sleep(fault.get().delay());
    int status = fault.get().status();
    if (status == 0) {
      return;
    }
    fault
        .get()
        .retryAfter()
        .ifPresent(seconds -> response.header(HeaderNames.RETRY_AFTER, seconds.toString()));
    throw new RestException(
        status,
        status == 401 ? RestException.UNAUTHORIZED : 20_000 + status,
        "This stand-in was told to fail");
  }

  /**
   * Without credentials, with wrong ones, and for somebody else's account the answer is the same.
   */
  private static void authenticate(ServerRequest request, RestRequest read, TwilioAccount account)
      throws RestException {
    var expected =
        "Basic "
            + Base64.getEncoder()
                .encodeToString(
                    (account.accountSid() + ":" + account.authToken())
                        .getBytes(StandardCharsets.UTF_8));
    var given = request.headers().first(HeaderNames.AUTHORIZATION).orElse("");
    boolean known =
        MessageDigest.isEqual(
            expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    if (!known
        || read.segments().size() < 2
        || !read.segments().getFirst().equals("Accounts")
        || !read.segments().get(1).equals(account.accountSid())) {
      throw new RestException(401, RestException.UNAUTHORIZED, "Authenticate");
    }
  }

  private static boolean isSound(RestRequest request) {
    var segments = request.segments();
    return request.method().equals("GET")
        && segments.size() == 4
        && segments.get(2).equals("Recordings")
        && !request.path().endsWith(".json");
  }

  private static String bare(String name) {
    return name.endsWith(".wav") ? name.substring(0, name.length() - 4) : name;
  }

  private static RestAnswer route(RestRequest request, Connected to)
      throws RestException, InterruptedException {
    // Behind Accounts and the SID of the account.
    var rest = request.segments().subList(2, request.segments().size());
    if (rest.isEmpty() || !request.path().endsWith(".json")) {
      throw RestException.notFound(request.path());
    }
    return switch (rest.getFirst()) {
      case "Calls" -> calls(request, to, rest);
      case "Conferences" -> conferences(request, to.conferences(), rest);
      case "Recordings" -> recordings(request, to.recordings(), rest);
      case "IncomingPhoneNumbers" -> numbers(request, to.numbers(), rest);
      default -> throw RestException.notFound(request.path());
    };
  }

  private static RestAnswer calls(RestRequest request, Connected to, List<String> rest)
      throws RestException, InterruptedException {
    return switch (request.method() + rest.size()) {
      case "POST1" -> to.calls().create(request);
      case "GET1" -> to.calls().list(request);
      case "GET2" -> to.calls().get(request, rest.get(1));
      case "POST2" -> to.calls().update(request, rest.get(1));
      case "GET3" -> to.recordings().list(request, Optional.of(rest.get(1)));
      default -> throw notAllowed(request);
    };
  }

  private static RestAnswer conferences(
      RestRequest request, ConferencesApi conferences, List<String> rest) throws RestException {
    if (rest.size() > 2 && !rest.get(2).equals("Participants")) {
      throw RestException.notFound(request.path());
    }
    return switch (request.method() + rest.size()) {
      case "GET1" -> conferences.list(request);
      case "GET2" -> conferences.get(request, rest.get(1));
      case "POST2" -> conferences.update(request, rest.get(1));
      case "GET3" -> conferences.participants(request, rest.get(1));
      case "POST3" -> conferences.invite(request, rest.get(1));
      case "GET4" -> conferences.participant(request, rest.get(1), rest.get(3));
      case "POST4" -> conferences.updateParticipant(request, rest.get(1), rest.get(3));
      case "DELETE4" -> conferences.kick(request, rest.get(1), rest.get(3));
      default -> throw notAllowed(request);
    };
  }

  private static RestAnswer recordings(
      RestRequest request, RecordingsApi recordings, List<String> rest) throws RestException {
    return switch (request.method() + rest.size()) {
      case "GET1" -> recordings.list(request, Optional.empty());
      case "GET2" -> recordings.get(request, rest.get(1));
      case "DELETE2" -> recordings.delete(request, rest.get(1));
      default -> throw notAllowed(request);
    };
  }

  private static RestAnswer numbers(RestRequest request, NumbersApi numbers, List<String> rest)
      throws RestException {
    return switch (request.method() + rest.size()) {
      case "GET1" -> numbers.list(request);
      case "DELETE2" -> numbers.release(request, rest.get(1));
      default -> throw notAllowed(request);
    };
  }

  private static RestException notAllowed(RestRequest request) {
    return new RestException(
        405, 20004, "Method " + request.method() + " not allowed for " + request.path());
  }
}
