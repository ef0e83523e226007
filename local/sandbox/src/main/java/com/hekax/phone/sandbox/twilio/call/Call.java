package com.hekax.phone.sandbox.twilio.call;

import com.hekax.phone.sandbox.twilio.line.AudioPort;
import com.hekax.phone.sandbox.twilio.line.Handset;
import com.hekax.phone.sandbox.twilio.line.Line;
import com.hekax.phone.sandbox.twilio.line.Person;
import com.hekax.phone.sandbox.twilio.media.MediaStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * One leg of a call as Twilio keeps it, from its creation on. Its own thread alone changes it; all
 * others send {@link Signal}s.
 */
public final class Call implements Handset {
  private final String sid = Sid.of("CA");
  private final String accountSid;
  private final Direction direction;
  private final String from;
  private final String to;
  private final Optional<Call> parent;
  private final Timeline timeline;
  private final Instant createdAt;
  private final BlockingQueue<Signal> signals = new LinkedBlockingQueue<>();
  private final CountDownLatch over = new CountDownLatch(1);
  private volatile CallStatus status = CallStatus.QUEUED;
  private volatile Optional<Instant> answeredAt = Optional.empty();
  private volatile Optional<Instant> endedAt = Optional.empty();
  private volatile boolean reported;
  private volatile Optional<Line> line = Optional.empty();
  private volatile Optional<MediaStream> stream = Optional.empty();

  Call(
      String accountSid,
      Direction direction,
      String from,
      String to,
      Optional<Call> parent,
      Instant createdAt) {
    this.accountSid = accountSid;
    this.direction = direction;
    this.from = from;
    this.to = to;
    this.parent = parent;
    this.timeline = parent.map(Call::timeline).orElseGet(Timeline::new);
    this.createdAt = createdAt;
  }

  public String sid() {
    return sid;
  }

  public String accountSid() {
    return accountSid;
  }

  public Direction direction() {
    return direction;
  }

  public String from() {
    return from;
  }

  public String to() {
    return to;
  }

  /** The leg that dialed this one. */
  public Optional<Call> parent() {
    return parent;
  }

  /** Shared with the parent. */
  public Timeline timeline() {
    return timeline;
  }

  public CallStatus status() {
    return status;
  }

  public Instant createdAt() {
    return createdAt;
  }

  public Optional<Instant> answeredAt() {
    return answeredAt;
  }

  public Optional<Instant> endedAt() {
    return endedAt;
  }

  /** From the answer to the end; zero when nobody answered or it is not over. */
  public Duration talkTime() {
    return answeredAt
        .flatMap(answered -> endedAt.map(ended -> Duration.between(answered, ended)))
        .orElse(Duration.ZERO);
  }

  /** Whether the call is over and all that was to be told of it has been. */
  public boolean isReported() {
    return reported;
  }

  /** Waits for the end, but not long. */
  public boolean awaitOver(Duration limit) throws InterruptedException {
    return over.await(limit.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Tells the thread of this call. */
  public void signal(Signal signal) {
    signals.add(signal);
  }

  @Override
  public void press(char key) {
    timeline.add("dtmf", Map.of("callSid", sid, "digit", String.valueOf(key)));
    signal(new Signal.Key(key));
  }

  @Override
  public void hangUp() {
    timeline.add("hang-up", Map.of("callSid", sid, "by", person()));
    signal(new Signal.HungUp());
  }

  @Override
  public void loseStream() {
    stream.ifPresent(MediaStream::lose);
  }

  BlockingQueue<Signal> signals() {
    return signals;
  }

  boolean isAnswered() {
    return answeredAt.isPresent();
  }

  void move(CallStatus next) {
    status = next;
  }

  /** The person is on the line from now on. */
  void answer(Instant at, Function<Call, Person> person) {
    answeredAt = Optional.of(at);
    status = CallStatus.IN_PROGRESS;
    line = Optional.of(Line.open(sid, person.apply(this)));
  }

  void connect(AudioPort port) {
    line.ifPresent(open -> open.connect(port));
  }

  void stream(Optional<MediaStream> current) {
    stream = current;
  }

  void end(CallStatus last, Instant at) {
    line.ifPresent(Line::close);
    status = last;
    endedAt = Optional.of(at);
    over.countDown();
  }

  void reported() {
    reported = true;
  }

  private String person() {
    return direction == Direction.INBOUND ? "caller" : "called";
  }
}
