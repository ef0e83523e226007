package com.hekax.phone.telephony;

import static com.hekax.phone.platform.telemetry.Field.field;

import com.hekax.phone.platform.db.SystemDatabase;
import com.hekax.phone.platform.objects.ObjectStore;
import com.hekax.phone.platform.telemetry.Log;
import com.hekax.phone.platform.tenancy.AcrossOrganizations;
import com.hekax.phone.telephony.store.FallbackNumberDao;
import com.hekax.phone.twilio.FallbackTwiml;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The documents that Twilio follows when it gets no answer from us: one a number, in a bucket that
 * needs neither our functions nor our database to be read.
 */
@AcrossOrganizations("one job writes the documents of all numbers")
public final class FallbackDocuments {
  /** Of keys in the bucket, and of addresses. */
  private static final String PREFIX = "fallback/";

  private static final String FAREWELL = PREFIX + "goodbye.xml";
  private static final String TWIML = "text/xml; charset=utf-8";

  /** What the edge has once read it may hand out for a month while the bucket fails. */
  private static final String CACHING = "max-age=60, stale-if-error=2592000";

  private static final int PER_PAGE = 500;

  /** The function has a minute, and what is left over comes with the next run. */
  private static final Duration WRITES_WITHIN = Duration.ofSeconds(40);

  private final SystemDatabase database;
  private final ObjectStore store;
  private final InstantSource clock;

  FallbackDocuments(SystemDatabase database, ObjectStore store, InstantSource clock) {
    this.database = database;
    this.store = store;
    this.clock = clock;
  }

  /**
   * Writes what is missing or has changed, and removes what is of a number that is no longer ours.
   *
   * @return how many documents were written or removed
   */
  public int publish() {
    return new Publication(store.marks(PREFIX), clock.instant().plus(WRITES_WITHIN)).run();
  }

  /** One run. */
  private final class Publication {
    /** Marks of documents that are there and have not been asked for yet, by key. */
    private final Map<String, String> there;

    private final Instant end;
    private int changed;

    Publication(Map<String, String> there, Instant end) {
      this.there = new HashMap<>(there);
      this.end = end;
    }

    int run() {
      publish(FAREWELL, FallbackTwiml.farewell());
      var page = pageAfter("");
      while (!page.isEmpty()) {
        for (var number : page) {
          if (clock.instant().isAfter(end)) {
            Log.warn("Not all fallback documents were published in time", field("count", changed));
            return changed;
          }
          publish(PREFIX + number.fileName(), number.document("/" + FAREWELL));
        }
        page = pageAfter(page.getLast().number());
      }
      // Now all that is still ours has been asked for.
      there.keySet().forEach(this::remove);
      return changed;
    }

    private void publish(String key, String document) {
      if (!ObjectStore.markOf(document).equals(there.remove(key))) {
        store.put(key, TWIML, CACHING, document);
        changed++;
      }
    }

    private void remove(String key) {
      store.delete(key);
      changed++;
    }
  }

  private List<FallbackNumber> pageAfter(String number) {
    return database.inTransaction(
        tx -> tx.dao(FallbackNumberDao.class).findPageAfter(number, PER_PAGE));
  }
}
