package com.hekax.phone.sandbox.twilio.call;

import com.hekax.phone.sandbox.twilio.line.AudioPort;
import com.hekax.phone.sandbox.twilio.twiml.Element;
import com.hekax.phone.sandbox.twilio.twiml.Twiml;
import com.hekax.phone.sandbox.twilio.twiml.TwimlException;
import com.hekax.phone.sandbox.twilio.webhook.WebhookAnswer;
import com.hekax.phone.sandbox.twilio.webhook.WebhookRequest;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Runs TwiML in one call, on the thread of that call ("TwiML for Programmable Voice" and the page
 * of each verb, read 2026-11-22). Whatever it waits for, it hears of a hang-up at once.
 */
final class TwimlRun {
  /** Further than any call lasts. */
  static final Duration FOREVER = Duration.ofDays(1);

  private static final Set<String> XML = Set.of("text/xml", "application/xml", "text/html");
  private static final int WRONG_CONTENT_TYPE = 12300;
  private static final int WRONG_ADDRESS = 11100;

  private final Exchange exchange;
  private final Call call;
  private final LegPlan plan;
  private final Optional<Disorder> disorder;
  private final Callbacks callbacks;
  private final StatusReports reports;
  private Optional<URI> base = Optional.empty();
  private boolean fellBack;

  TwimlRun(Exchange exchange, Call call, LegPlan plan) {
    this.exchange = exchange;
    this.call = call;
    this.plan = plan;
    this.disorder = exchange.disorder(call, plan.delivery());
    this.callbacks = new Callbacks(exchange.webhooks(), call.timeline(), disorder);
    this.reports = new StatusReports(call, callbacks, plan.status(), plan.delivery());
  }

  Exchange exchange() {
    return exchange;
  }

  Call call() {
    return call;
  }

  /** How status callbacks of this call arrive, and those of the legs that it dials. */
  Delivery delivery() {
    return plan.delivery();
  }

  Callbacks callbacks() {
    return callbacks;
  }

  /** Runs documents, each naming the next, until one comes to its end. */
  void run(Source first) throws Interruption, ApplicationException, InterruptedException {
    var source = Optional.of(first);
    while (source.isPresent()) {
      try {
        source = perform(load(source.get()));
      } catch (Interruption.Redirected redirected) {
        source = Optional.of(redirected.source());
      }
    }
  }

  /** The call has come so far. */
  void move(CallStatus status) {
    call.move(status);
    call.timeline().add("status", Map.of("callSid", call.sid(), "status", status.word()));
    reports.changed(exchange.clock().instant());
  }

  /** Whoever rings or is rung is on the line from now on. */
  void answer() {
    if (!call.isAnswered()) {
      var now = exchange.clock().instant();
      call.answer(now, plan.person());
      call.timeline()
          .add("status", Map.of("callSid", call.sid(), "status", CallStatus.IN_PROGRESS.word()));
      reports.changed(now);
    }
  }

  void end(CallStatus status) {
    var now = exchange.clock().instant();
    call.end(status, now);
    call.timeline()
        .add(
            "ended",
            Map.of(
                "callSid", call.sid(),
                "status", status.word(),
                "seconds", call.talkTime().toSeconds()));
    reports.changed(now);
    var _ = callbacks.sent().thenRun(call::reported);
  }

  /** The caller hears that, until it is over. */
  void play(byte[] audio) throws Interruption, InterruptedException {
    var announcement = new Awaited();
    call.connect(exchange.announcement(call, audio, announcement));
    awaitFinished(announcement);
    call.connect(AudioPort.NOBODY);
  }

  /** Waits so long. */
  void pause(Duration time) throws Interruption, InterruptedException {
    long end = System.nanoTime() + time.toNanos();
    while (System.nanoTime() < end) {
      next(end);
    }
  }

  /**
   * The next thing that happens; empty when nothing did until then.
   *
   * @param end by {@link System#nanoTime}
   */
  Optional<Signal> next(long end) throws Interruption, InterruptedException {
    var signal = call.signals().poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
    if (signal == null) {
      return Optional.empty();
    }
    return switch (signal) {
      case Signal.HungUp _ -> throw new Interruption.Over(CallStatus.CANCELED);
      case Signal.Ended(var unanswered) -> throw new Interruption.Over(unanswered);
      case Signal.Updated(var source) -> throw new Interruption.Redirected(source);
      case Signal.Key _, Signal.Finished _, Signal.Answered _, Signal.Ready _, Signal.Left _ ->
          Optional.of(signal);
    };
  }

  /** Asks the product and waits for its answer. */
  WebhookAnswer ask(URI url, String method, Map<String, String> extra)
      throws Interruption, InterruptedException {
    var form = CallForm.of(call);
    form.putAll(extra);
    var request = WebhookRequest.of(url, method, form);
    var answer = new CompletableFuture<WebhookAnswer>();
    var answered = new Awaited();
    Thread.ofVirtual()
        .name("webhook")
        .start(
            () -> {
              try {
                var received = send(request);
                note(request, received);
                answer.complete(received);
                call.signal(new Signal.Finished(answered));
              } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
              }
            });
    awaitFinished(answered);
    return answer.join();
  }

  private WebhookAnswer send(WebhookRequest request) throws InterruptedException {
    var webhooks = exchange.webhooks();
    return disorder.isPresent()
        ? disorder.get().ask(webhooks, request, callbacks)
        : webhooks.send(request);
  }

  /** What comes after a verb: its action, if it has one. */
  Optional<Source> action(Element verb, Map<String, String> form) throws ApplicationException {
    var address = verb.find("action");
    return address.isPresent()
        ? Optional.of(new Source.Fetch(resolve(address.get()), verb.get("method", "POST"), form))
        : Optional.empty();
  }

  /** An action that is the current address when the verb names none. */
  Source actionOrHere(Element verb, Map<String, String> form) throws ApplicationException {
    var action = action(verb, form);
    if (action.isPresent()) {
      return action.get();
    }
    var here =
        base.orElseThrow(
            () -> new ApplicationException(WRONG_ADDRESS, "<" + verb.name() + "> has no action"));
    return new Source.Fetch(here, verb.get("method", "POST"), form);
  }

  /** Tells the action of a verb what became of it after the call; the answer is not run. */
  void tell(Element verb, Map<String, String> extra) throws ApplicationException {
    var action = verb.find("action");
    if (action.isPresent()) {
      var form = CallForm.of(call);
      form.putAll(extra);
      callbacks.send(
          WebhookRequest.of(resolve(action.get()), verb.get("method", "POST"), form),
          Duration.ZERO,
          "last-action",
          Map.of("verb", verb.name()));
    }
  }

  /** An address of the document, which may be relative to that of the document. */
  URI resolve(String address) throws ApplicationException {
    try {
      var uri = new URI(address);
      var resolved = base.isPresent() ? base.get().resolve(uri) : uri;
      if (resolved.isAbsolute() && resolved.getHost() != null) {
        return resolved;
      }
    } catch (java.net.URISyntaxException _) {
      // Said below.
    }
    throw new ApplicationException(WRONG_ADDRESS, "No address to go to: " + address);
  }

  private void awaitFinished(Awaited what) throws Interruption, InterruptedException {
    long end = System.nanoTime() + FOREVER.toNanos();
    while (!(next(end).orElse(null) instanceof Signal.Finished(var finished)
        && finished.equals(what))) {
      // Keys that nobody asked for, and ends of what was given up.
    }
  }

  private List<Element> load(Source source)
      throws Interruption, ApplicationException, InterruptedException {
    try {
      return switch (source) {
        case Source.Fetch(var url, var method, var form) -> fetched(url, method, form);
        case Source.Inline(var twiml) -> {
          base = Optional.empty();
          yield Twiml.verbs(twiml);
        }
      };
    } catch (TwimlException wrong) {
      return orFallback(source, wrong.code(), String.valueOf(wrong.getMessage()));
    }
  }

  private List<Element> fetched(URI url, String method, Map<String, String> form)
      throws Interruption, ApplicationException, InterruptedException, TwimlException {
    var answer = ask(url, method, form);
    if (answer.failure().isPresent()) {
      var failure = answer.failure().get();
      return orFallback(new Source.Fetch(url, method, form), failure.code(), failure.message());
    }
    base = Optional.of(withoutFragment(url));
    if (XML.contains(answer.contentType())) {
      return Twiml.verbs(answer.text());
    }
    return switch (answer.contentType()) {
      case "text/plain" -> plain(answer.text());
      default ->
          orFallback(
              new Source.Fetch(url, method, form),
              WRONG_CONTENT_TYPE,
              "Content type " + answer.contentType());
    };
  }

  /** TwiML if it is any, otherwise text to read aloud. */
  private static List<Element> plain(String text) {
    try {
      return Twiml.verbs(text);
    } catch (TwimlException _) {
      return List.of(new Element("Say", Map.of(), List.of(), text.strip()));
    }
  }

  /** The product's second address is asked once, and never about itself. */
  private List<Element> orFallback(Source failed, int code, String message)
      throws Interruption, ApplicationException, InterruptedException {
    call.timeline().add("error", Map.of("code", code, "message", message));
    if (plan.fallback().isEmpty() || fellBack) {
      throw new ApplicationException(code, message);
    }
    fellBack = true;
    var url = failed instanceof Source.Fetch(var address, _, _) ? address.toString() : "";
    return load(
        new Source.Fetch(
            plan.fallback().get().url(),
            plan.fallback().get().method(),
            Map.of("ErrorCode", Integer.toString(code), "ErrorUrl", url)));
  }

  private Optional<Source> perform(List<Element> verbs)
      throws Interruption, ApplicationException, InterruptedException {
    for (var verb : verbs) {
      note(verb);
      if (!keepsRinging(verb)) {
        answer();
      }
      var next = perform(verb);
      if (next.isPresent()) {
        return next;
      }
    }
    return Optional.empty();
  }

  private Optional<Source> perform(Element verb)
      throws Interruption, ApplicationException, InterruptedException {
    return switch (verb.name()) {
      case "Say", "Play", "Pause" -> {
        new Prompt(this).perform(verb);
        yield Optional.empty();
      }
      case "Gather" -> new GatherVerb(this).perform(verb);
      case "Dial" -> new DialVerb(this).perform(verb);
      case "Connect" -> new ConnectVerb(this).perform(verb);
      case "Record" -> new RecordVerb(this).perform(verb);
      case "Enqueue" -> new EnqueueVerb(this).perform(verb);
      case "Redirect" ->
          Optional.of(new Source.Fetch(resolve(verb.text()), verb.get("method", "POST"), Map.of()));
      case "Reject" ->
          throw new Interruption.Over(
              verb.get("reason", "rejected").equals("busy")
                  ? CallStatus.BUSY
                  : CallStatus.NO_ANSWER);
      case "Hangup" -> throw new Interruption.Over(CallStatus.COMPLETED);
      case "Leave" -> throw new Interruption.LeftQueue();
      default -> Optional.empty();
    };
  }

  /** Everything else answers the call; a leading pause is taken not to, which nobody verified. */
  private boolean keepsRinging(Element verb) {
    return switch (verb.name()) {
      case "Reject", "Pause" -> true;
      case "Dial" -> verb.flag("answerOnBridge", false);
      default -> false;
    };
  }

  private void note(WebhookRequest request, WebhookAnswer answer) {
    var details = new LinkedHashMap<String, Object>();
    details.put("callSid", call.sid());
    details.put("method", request.method());
    details.put("url", request.address().toString());
    details.put("form", new TreeMap<>(request.form()));
    details.put("answer", answer.status());
    details.put("attempts", answer.attempts());
    details.put("body", answer.text());
    answer.failure().ifPresent(failure -> details.put("error", failure.message()));
    call.timeline().add("webhook", details);
  }

  private void note(Element verb) {
    var details = new LinkedHashMap<String, Object>();
    details.put("callSid", call.sid());
    details.put("verb", verb.name());
    if (!verb.attributes().isEmpty()) {
      details.put("attributes", verb.attributes());
    }
    if (!verb.text().isEmpty()) {
      details.put("text", verb.text());
    }
    call.timeline().add("verb", details);
  }

  private static URI withoutFragment(URI url) {
    var text = url.toString();
    int fragment = text.indexOf('#');
    return fragment < 0 ? url : URI.create(text.substring(0, fragment));
  }
}
