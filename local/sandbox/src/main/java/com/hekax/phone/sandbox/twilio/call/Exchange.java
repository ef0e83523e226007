package com.hekax.phone.sandbox.twilio.call;

import com.hekax.phone.sandbox.console.Faults;
import com.hekax.phone.sandbox.twilio.TwilioAccount;
import com.hekax.phone.sandbox.twilio.caller.CallerScript;
import com.hekax.phone.sandbox.twilio.caller.ScriptedPerson;
import com.hekax.phone.sandbox.twilio.caller.Step;
import com.hekax.phone.sandbox.twilio.conference.Conference;
import com.hekax.phone.sandbox.twilio.conference.Conferences;
import com.hekax.phone.sandbox.twilio.line.Announcement;
import com.hekax.phone.sandbox.twilio.line.Line;
import com.hekax.phone.sandbox.twilio.line.Person;
import com.hekax.phone.sandbox.twilio.line.Sounds;
import com.hekax.phone.sandbox.twilio.phone.Phones;
import com.hekax.phone.sandbox.twilio.webhook.WebhookClient;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** All calls of one account and what they need: each on a virtual thread of its own. */
public final class Exchange {
  /** Older ones are forgotten. */
  private static final int REMEMBERED = 2000;

  private static final byte[] APOLOGY = Sounds.hum(1500);

  private final TwilioAccount account;
  private final NumberSettings number;
  private final URI ownAddress;
  private final InstantSource clock;
  private final Phones phones;
  private final WebhookClient webhooks;
  private final Conferences conferences;
  private volatile Optional<Long> disorder = Optional.empty();
  private final Map<String, Recording> recordings = new ConcurrentHashMap<>();
  private final Map<String, Call> calls =
      Collections.synchronizedMap(
          new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Call> eldest) {
              return size() > REMEMBERED;
            }
          });

  /**
   * An exchange without calls.
   *
   * @param ownAddress where the stand-in is reached, for the addresses of recordings
   */
  public Exchange(
      TwilioAccount account,
      NumberSettings number,
      URI ownAddress,
      InstantSource clock,
      Phones phones,
      Faults faults) {
    this.account = account;
    this.number = number;
    this.ownAddress = ownAddress;
    this.clock = clock;
    this.phones = phones;
    this.webhooks = new WebhookClient(account, faults);
    this.conferences = new Conferences(clock);
  }

  /** Somebody calls a number of the product and does what a script says. */
  public Call ringIn(String from, String to, CallerScript script, Delivery delivery) {
    var call = create(Direction.INBOUND, from, to, Optional.empty());
    var first = new Source.Fetch(number.voice(), "POST", Map.of());
    CompletableFuture.delayedExecutor(script.patience().toMillis(), TimeUnit.MILLISECONDS)
        .execute(() -> loseHeart(call));
    begin(
        call,
        new LegPlan(
            leg -> person("caller", leg, script.steps(), script.limit()),
            run -> {
              run.move(CallStatus.RINGING);
              run.run(first);
              run.answer();
            },
            number.fallback(to),
            Optional.of(StatusTarget.ofEnd(number.status())),
            delivery));
    return call;
  }

  /** The product calls somebody by the REST interface. */
  public Call ringOut(OutgoingCall outgoing) {
    var call = create(Direction.OUTBOUND_API, outgoing.from(), outgoing.to(), Optional.empty());
    begin(
        call,
        new LegPlan(
            this::called,
            run -> {
              Ringing.ring(run, outgoing.timeout());
              outgoing.program().run(run);
            },
            outgoing.fallback(),
            outgoing.status(),
            Delivery.PLAIN));
    return call;
  }

  /** The product calls somebody into a conference. */
  public Call invite(
      Conference conference,
      String from,
      String to,
      Duration timeout,
      ParticipantSettings settings,
      Optional<StatusTarget> status) {
    return ringOut(
        new OutgoingCall(
            from,
            to,
            timeout,
            run -> new ConferenceNoun(run).stay(conference, settings, TwimlRun.FOREVER, false),
            Optional.empty(),
            status));
  }

  /** Webhooks of calls from now on are in disorder, by that seed, or in order again. */
  public void disorder(Optional<Long> seed) {
    disorder = seed;
  }

  /** A call of the last two thousand. */
  public Optional<Call> find(String callSid) {
    return Optional.ofNullable(calls.get(callSid));
  }

  /** Calls, oldest first. */
  public Collection<Call> calls() {
    synchronized (calls) {
      return List.copyOf(calls.values());
    }
  }

  public TwilioAccount account() {
    return account;
  }

  public Conferences conferences() {
    return conferences;
  }

  /** Recordings by SID. */
  public Map<String, Recording> recordings() {
    return Map.copyOf(recordings);
  }

  public void forget(Recording recording) {
    recordings.remove(recording.sid());
  }

  public URI ownAddress() {
    return ownAddress;
  }

  InstantSource clock() {
    return clock;
  }

  Phones phones() {
    return phones;
  }

  WebhookClient webhooks() {
    return webhooks;
  }

  /** What becomes of the webhooks of a leg, when they are not in order. */
  Optional<Disorder> disorder(Call leg, Delivery delivery) {
    return delivery.disorder().or(() -> disorder).map(seed -> new Disorder(seed, leg));
  }

  /** A leg that another dials. */
  Call dial(
      TwimlRun parent, String from, String to, Program program, Optional<StatusTarget> status) {
    var call = create(Direction.OUTBOUND_DIAL, from, to, Optional.of(parent.call()));
    begin(call, new LegPlan(this::called, program, Optional.empty(), status, parent.delivery()));
    return call;
  }

  /** Something to hear that tells the call when it is over. */
  Announcement announcement(Call call, byte[] audio, Awaited what) {
    return new Announcement(audio, () -> call.signal(new Signal.Finished(what)));
  }

  Recording record(Call call, String source, byte[] mulaw) {
    var recording =
        new Recording(
            Sid.of("RE"),
            call.sid(),
            source,
            clock.instant().minusMillis(Line.millis(mulaw.length)),
            mulaw);
    recordings.put(recording.sid(), recording);
    return recording;
  }

  /** Where a recording is fetched. */
  String address(Recording recording) {
    return ownAddress
        .resolve(
            "/2010-04-01/Accounts/%s/Recordings/%s"
                .formatted(account.accountSid(), recording.sid()))
        .toString();
  }

  private Call create(Direction direction, String from, String to, Optional<Call> parent) {
    var call = new Call(account.accountSid(), direction, from, to, parent, clock.instant());
    calls.put(call.sid(), call);
    return call;
  }

  private void begin(Call call, LegPlan plan) {
    var run = new TwimlRun(this, call, plan);
    Thread.ofVirtual().name("call-" + call.sid()).start(() -> live(run, plan.program()));
  }

  private static void live(TwimlRun run, Program program) {
    var call = run.call();
    try {
      run.end(lived(run, program));
    } catch (InterruptedException _) {
      run.end(CallStatus.FAILED);
      Thread.currentThread().interrupt();
    }
    call.parent().ifPresent(parent -> parent.signal(new Signal.Left(call)));
  }

  private static CallStatus lived(TwimlRun run, Program program) throws InterruptedException {
    var call = run.call();
    try {
      program.run(run);
      return CallStatus.COMPLETED;
    } catch (Interruption end) {
      return end instanceof Interruption.Over over && !call.isAnswered()
          ? over.unanswered()
          : CallStatus.COMPLETED;
    } catch (ApplicationException wrong) {
      call.timeline()
          .add(
              "application-error",
              Map.of("code", wrong.code(), "message", String.valueOf(wrong.getMessage())));
      apologise(run);
      return CallStatus.FAILED;
    }
  }

  private static void apologise(TwimlRun run) throws InterruptedException {
    try {
      run.answer();
      run.play(APOLOGY);
    } catch (Interruption _) {
      // Nobody listened to the end.
    }
  }

  private static void loseHeart(Call call) {
    if (!call.isAnswered() && !call.status().isFinal()) {
      call.hangUp();
    }
  }

  private Person called(Call leg) {
    return person("called", leg, phones.of(leg.to()).steps(), TwimlRun.FOREVER);
  }

  private Person person(String who, Call leg, List<Step> steps, Duration limit) {
    return new ScriptedPerson(who, steps, limit, leg, leg.timeline()::add);
  }
}
