package com.hekax.phone.twilio;

import com.hekax.phone.platform.Env;
import com.hekax.phone.platform.secrets.Secrets;
import com.twilio.base.Page;
import com.twilio.rest.api.v2010.account.Call;
import com.twilio.rest.api.v2010.account.Recording;
import com.twilio.rest.api.v2010.account.RecordingReader;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * What Twilio remembers of our account's calls, as its REST API tells it. Nobody waits for these
 * answers, so nothing is asked twice: who asks comes again.
 */
public final class TwilioHistory {
  private static final String DOMAIN = "api";
  private static final long PER_PAGE = 100;

  private final TwilioQuestions twilio;

  private TwilioHistory(TwilioQuestions twilio) {
    this.twilio = twilio;
  }

  /** Reads {@code TWILIO_API_URL}, which names a stand-in; without it Twilio itself is asked. */
  public static TwilioHistory of(Env env, Secrets secrets) {
    return new TwilioHistory(TwilioQuestions.of(env, secrets));
  }

  /** The account that is asked: {@code AC} and 32 hexadecimal digits. */
  public String accountSid() {
    return twilio.accountSid();
  }

  /** The first page of the recordings that were begun after then, newest first. */
  public TwilioAnswer<RecordingPage> recordingsSince(Instant then) {
    return twilio.ask(
        client ->
            page(reader().setDateCreatedAfter(then.atZone(ZoneOffset.UTC)).firstPage(client)));
  }

  /**
   * Another page.
   *
   * @param next as the page before named it
   */
  public TwilioAnswer<RecordingPage> recordingsAt(String next) {
    return twilio.ask(client -> page(reader().getPage(next, client)));
  }

  /** One leg. */
  public TwilioAnswer<PastCall> call(String callSid) {
    return twilio.ask(
        client -> PastCall.of(Call.fetcher(twilio.accountSid(), callSid).fetch(client)));
  }

  private RecordingReader reader() {
    return Recording.reader(twilio.accountSid()).setPageSize(PER_PAGE);
  }

  private static RecordingPage page(Page<Recording> page) {
    return new RecordingPage(
        page.getRecords().stream().map(PastRecording::of).toList(),
        page.hasNextPage() ? Optional.of(page.getNextPageUrl(DOMAIN)) : Optional.empty());
  }
}
