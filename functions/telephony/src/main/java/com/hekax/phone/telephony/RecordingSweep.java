package com.hekax.phone.telephony;

import static com.hekax.phone.platform.telemetry.Field.field;

import com.hekax.phone.platform.db.SystemDatabase;
import com.hekax.phone.platform.telemetry.Log;
import com.hekax.phone.platform.tenancy.AcrossOrganizations;
import com.hekax.phone.telephony.store.RecordingSweepDao;
import com.hekax.phone.twilio.PastCall;
import com.hekax.phone.twilio.PastRecording;
import com.hekax.phone.twilio.TwilioAnswer;
import com.hekax.phone.twilio.TwilioAnswer.Found;
import com.hekax.phone.twilio.TwilioAnswer.NotThere;
import com.hekax.phone.twilio.TwilioAnswer.Refused;
import com.hekax.phone.twilio.TwilioAnswer.TryLater;
import com.hekax.phone.twilio.TwilioHistory;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Messages that callers left and nobody told us of: while we were down a document that asks nothing
 * of us recorded them, or a webhook got lost. They are at Twilio, and are kept from here like those
 * that were told, with the call they were left in.
 *
 * <p>Each run looks at what was recorded since the last that came to its end, and a while before: a
 * recording is listed from its beginning and can be fetched from its end. One that is kept already
 * is passed over, so that a run may be repeated, or end early and begin again where it began.
 */
@AcrossOrganizations("an account at Twilio has the recordings of many")
public final class RecordingSweep {
  /** More than the longest message and the longest pause between two runs. */
  private static final Duration OVERLAP = Duration.ofHours(1);

  private static final Duration FIRST_LOOK_BACK = Duration.ofDays(7);

  /** The function has a minute. */
  private static final Duration LOOKS_WITHIN = Duration.ofSeconds(40);

  private final TwilioHistory history;
  private final LegOwners owners;
  private final CallLegs legs;
  private final Voicemails voicemails;
  private final SystemDatabase database;
  private final InstantSource clock;

  RecordingSweep(
      TwilioHistory history,
      LegOwners owners,
      CallLegs legs,
      Voicemails voicemails,
      SystemDatabase database,
      InstantSource clock) {
    this.history = history;
    this.owners = owners;
    this.legs = legs;
    this.voicemails = voicemails;
    this.database = database;
    this.clock = clock;
  }

  /**
   * Looks once.
   *
   * @return how many recordings were not kept before
   * @throws IllegalStateException when Twilio will not tell, so that somebody hears of it
   */
  public int run() {
    var account = history.accountSid();
    var began = clock.instant();
    var pass = new Pass(began.plus(LOOKS_WITHIN));
    if (pass.look(sweptUntil(account).orElse(began.minus(FIRST_LOOK_BACK)).minus(OVERLAP))) {
      database.useTransaction(tx -> tx.dao(RecordingSweepDao.class).saveSweptUntil(account, began));
    }
    return pass.kept;
  }

  /** One look through all pages. */
  private final class Pass {
    private final Instant end;
    private int kept;

    Pass(Instant end) {
      this.end = end;
    }

    /** Whether everything was looked at that was recorded since then. */
    boolean look(Instant since) {
      var page = asked(history.recordingsSince(since));
      while (page.isPresent()) {
        if (!keep(page.get().recordings())) {
          return false;
        }
        var next = page.get().next();
        if (next.isEmpty()) {
          return true;
        }
        page = asked(history.recordingsAt(next.get()));
      }
      return false;
    }

    private boolean keep(List<PastRecording> recordings) {
      var messages =
          recordings.stream()
              .filter(recording -> recording.isMessage() && recording.isComplete())
              .toList();
      var known = known(messages);
      for (var message : messages) {
        if (!known.contains(message.sid()) && (isLate() || !keep(message))) {
          return false;
        }
      }
      return true;
    }

    private boolean keep(PastRecording message) {
      return switch (history.call(message.callSid())) {
        case Found(var call) -> {
          keep(message, call);
          yield true;
        }
        case NotThere<PastCall> _ -> {
          // Both can be deleted at Twilio, and one may have been.
          Log.warn("A recording is of no call", field("recordingSid", message.sid()));
          yield true;
        }
        case TryLater<PastCall> later -> asked(later).isPresent();
        case Refused<PastCall> refused -> asked(refused).isPresent();
      };
    }

    private void keep(PastRecording message, PastCall call) {
      var reports = LegHistory.of(call);
      if (owners.find(reports.getFirst()).isEmpty()) {
        Log.warn("A recording is of a call that is nobody's", field("recordingSid", message.sid()));
        return;
      }
      // Of a call that nobody told us of, this is the first and the last we hear.
      reports.forEach(legs::note);
      voicemails.keep(
          message.callSid(), new Recording(message.sid(), message.url(), message.seconds()));
      kept++;
    }

    private boolean isLate() {
      return clock.instant().isAfter(end);
    }
  }

  /** What Twilio answered; empty when it is to be asked another time. */
  private static <T> Optional<T> asked(TwilioAnswer<T> answer) {
    return switch (answer) {
      case Found<T>(var value) -> Optional.of(value);
      case TryLater<T>(var reason) -> {
        Log.warn("Twilio cannot be asked for recordings now", field("reason", reason));
        yield Optional.empty();
      }
      case NotThere<T> _ ->
          throw new IllegalStateException("Twilio knows of no recordings of ours");
      case Refused<T>(int status, int code) ->
          throw new IllegalStateException(
              "Twilio does not tell of recordings: status %d, code %d".formatted(status, code));
    };
  }

  private Optional<Instant> sweptUntil(String account) {
    return database.inTransaction(tx -> tx.dao(RecordingSweepDao.class).findSweptUntil(account));
  }

  private Set<String> known(List<PastRecording> messages) {
    return database.inTransaction(
        tx ->
            tx.dao(RecordingSweepDao.class)
                .findKept(messages.stream().map(PastRecording::sid).toList()));
  }
}
