package com.hekax.phone.telephony;

import static com.hekax.phone.platform.telemetry.Field.field;

import com.hekax.phone.contracts.OrganizationId;
import com.hekax.phone.platform.db.Database;
import com.hekax.phone.platform.telemetry.Log;
import com.hekax.phone.telephony.store.ReleaseDao;
import com.hekax.phone.twilio.TwilioAnswer;
import com.hekax.phone.twilio.TwilioAnswer.Found;
import com.hekax.phone.twilio.TwilioAnswer.NotThere;
import com.hekax.phone.twilio.TwilioAnswer.Refused;
import com.hekax.phone.twilio.TwilioAnswer.TryLater;
import com.hekax.phone.twilio.TwilioHoldings;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * What an organization that is erased has at Twilio: its recordings, which are deleted, and its
 * numbers, which are given up. The documents of the numbers go with the next publication, once the
 * numbers are nobody's.
 */
public final class Releases {
  private static final int PER_PAGE = 100;

  /** The function has four minutes. */
  private static final Duration AT_MOST = Duration.ofMinutes(3);

  private final TwilioHoldings twilio;
  private final Database database;
  private final InstantSource clock;

  Releases(TwilioHoldings twilio, Database database, InstantSource clock) {
    this.twilio = twilio;
    this.database = database;
    this.clock = clock;
  }

  /**
   * Gives up what it can.
   *
   * @return whether nothing is left
   */
  public boolean release(OrganizationId organization) {
    return deleteRecordings(organization, clock.instant().plus(AT_MOST))
        && releaseNumbers(organization);
  }

  private boolean deleteRecordings(OrganizationId organization, Instant end) {
    while (true) {
      var page =
          database.read(
              organization, tx -> tx.dao(ReleaseDao.class).findRecordings(organization, PER_PAGE));
      if (page.isEmpty()) {
        return true;
      }
      for (var sid : page) {
        if (clock.instant().isAfter(end) || !isGone(twilio.deleteRecording(sid))) {
          return false;
        }
        database.useTransaction(
            organization,
            tx -> tx.dao(ReleaseDao.class).noteDeleted(organization, sid, clock.instant()));
      }
    }
  }

  private boolean releaseNumbers(OrganizationId organization) {
    var numbers =
        database.read(organization, tx -> tx.dao(ReleaseDao.class).findNumbers(organization));
    boolean released = true;
    for (var number : numbers) {
      released &= isGone(twilio.releaseNumber(number));
    }
    return released;
  }

  private static boolean isGone(TwilioAnswer<Boolean> answer) {
    return switch (answer) {
      case Found<Boolean> _, NotThere<Boolean> _ -> true;
      case TryLater<Boolean>(var reason) -> {
        Log.warn("Twilio cannot take something back now", field("reason", reason));
        yield false;
      }
      case Refused<Boolean>(int status, int code) -> {
        Log.error(
            "Twilio does not take something back", field("status", status), field("code", code));
        yield false;
      }
    };
  }
}
