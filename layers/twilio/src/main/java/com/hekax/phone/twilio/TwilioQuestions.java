package com.hekax.phone.twilio;

import com.hekax.phone.platform.Env;
import com.hekax.phone.platform.secrets.Secrets;
import com.hekax.phone.platform.vendor.VendorLimits;
import com.hekax.phone.twilio.TwilioAnswer.Found;
import com.hekax.phone.twilio.TwilioAnswer.NotThere;
import com.hekax.phone.twilio.TwilioAnswer.Refused;
import com.hekax.phone.twilio.TwilioAnswer.TryLater;
import com.twilio.exception.ApiException;
import com.twilio.exception.TwilioException;
import com.twilio.http.TwilioRestClient;
import java.util.function.Function;

/**
 * What is asked of our account outside of calls. Nobody waits for these answers, so nothing is
 * asked twice: who asks comes again.
 */
final class TwilioQuestions {
  private final Secrets secrets;
  private final TwilioHttp http;

  private TwilioQuestions(Secrets secrets, TwilioHttp http) {
    this.secrets = secrets;
    this.http = http;
  }

  /** Reads {@code TWILIO_API_URL}, which names a stand-in; without it Twilio itself is asked. */
  static TwilioQuestions of(Env env, Secrets secrets) {
    return new TwilioQuestions(secrets, TwilioHttp.of(env, VendorLimits.DEFAULT));
  }

  String accountSid() {
    return account().accountSid();
  }

  <T> TwilioAnswer<T> ask(Function<TwilioRestClient, T> question) {
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
