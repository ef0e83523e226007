package com.hekax.phone.twilio;

import com.hekax.phone.platform.Env;
import com.hekax.phone.platform.secrets.Secrets;
import com.hekax.phone.platform.vendor.VendorLimits;
import com.hekax.phone.twilio.TwilioAnswer.Found;
import com.hekax.phone.twilio.TwilioAnswer.NotThere;
import com.hekax.phone.twilio.TwilioAnswer.Refused;
import com.hekax.phone.twilio.TwilioAnswer.TryLater;
import com.twilio.base.Page;
import com.twilio.exception.ApiException;
import com.twilio.exception.TwilioException;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Call;
import com.twilio.rest.api.v2010.account.Recording;
import com.twilio.rest.api.v2010.account.RecordingReader;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Function;

/**
 * What Twilio remembers of our account's calls, as its REST API tells it. Nobody waits for these
 * answers, so nothing is asked twice: who asks comes again.
 */
public final class TwilioHistory {
  private static final String DOMAIN = "api";
  private static final long PER_PAGE = 100;

  private final Secrets secrets;
  private final TwilioHttp http;

  private TwilioHistory(Secrets secrets, TwilioHttp http) {
    this.secrets = secrets;
    this.http = http;
  }

  /** Reads {@code TWILIO_API_URL}, which names a stand-in; without it Twilio itself is asked. */
  public static TwilioHistory of(Env env, Secrets secrets) {
    return new TwilioHistory(secrets, TwilioHttp.of(env, VendorLimits.DEFAULT));
  }

  /** The account that is asked: {@code AC} and 32 hexadecimal digits. */
  public String accountSid() {
    return account().accountSid();
  }

  /** The first page of the recordings that were begun after then, newest first. */
  public TwilioAnswer<RecordingPage> recordingsSince(Instant then) {
    return ask(
        client ->
            page(reader().setDateCreatedAfter(then.atZone(ZoneOffset.UTC)).firstPage(client)));
  }

  /**
   * Another page.
   *
   * @param next as the page before named it
   */
  public TwilioAnswer<RecordingPage> recordingsAt(String next) {
    return ask(client -> page(reader().getPage(next, client)));
  }

  /** One leg. */
  public TwilioAnswer<PastCall> call(String callSid) {
    return ask(client -> PastCall.of(Call.fetcher(account().accountSid(), callSid).fetch(client)));
  }

  private RecordingReader reader() {
    return Recording.reader(account().accountSid()).setPageSize(PER_PAGE);
  }

  private static RecordingPage page(Page<Recording> page) {
    return new RecordingPage(
        page.getRecords().stream().map(PastRecording::of).toList(),
        page.hasNextPage() ? Optional.of(page.getNextPageUrl(DOMAIN)) : Optional.empty());
  }

  private <T> TwilioAnswer<T> ask(Function<TwilioRestClient, T> question) {
    try {
      return new Found<>(question.apply(account().client(http)));
    } catch (TwilioHttp.NotNowException e) {
      return new TryLater<>(String.valueOf(e.getMessage()));
    } catch (ApiException e) {
      return e.getStatusCode() == null ? unreadable(e) : refusal(e, e.getStatusCode());
    } catch (TwilioException e) {
      return unreadable(e);
    }
  }

  private static <T> TwilioAnswer<T> refusal(ApiException e, int status) {
    int code = e.getCode() == null ? 0 : e.getCode();
    return status == 404 ? new NotThere<>() : new Refused<>(status, code);
  }

  private static <T> TwilioAnswer<T> unreadable(TwilioException e) {
    return new TryLater<>("answered what cannot be read: " + e.getClass().getSimpleName());
  }

  private TwilioAccount account() {
    return secrets.get("twilio", TwilioAccount.class);
  }
}
