package com.hekax.phone.twilio;

import com.hekax.phone.platform.Env;
import com.hekax.phone.platform.priming.Priming;
import com.hekax.phone.platform.secrets.Secrets;
import com.hekax.phone.platform.vendor.VendorLimits;
import com.hekax.phone.twilio.CallUpdate.Done;
import com.hekax.phone.twilio.CallUpdate.OverAlready;
import com.hekax.phone.twilio.CallUpdate.Refused;
import com.hekax.phone.twilio.CallUpdate.TryLater;
import com.twilio.exception.ApiException;
import com.twilio.exception.TwilioException;
import com.twilio.http.HttpClient;
import com.twilio.http.Response;
import com.twilio.rest.api.v2010.account.Call;
import com.twilio.rest.api.v2010.account.CallUpdater;
import com.twilio.type.Twiml;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.UnaryOperator;

/**
 * Calls in progress, as they are changed through Twilio's REST API ("Modify calls in progress",
 * read 2026-11-22). To change a call twice in the same way is to change it once, so an attempt that
 * found Twilio busy or out of reach is repeated; all attempts together end well within the fifteen
 * seconds that Twilio waits for a webhook.
 */
public final class TwilioCalls {
  private static final VendorLimits LIMITS =
      new VendorLimits(Duration.ofMillis(1_500), Duration.ofMillis(2_500), 100_000);

  /** Before the second and the third attempt. */
  private static final List<Duration> PAUSES =
      List.of(Duration.ofMillis(200), Duration.ofMillis(600));

  private static final int NOT_FOUND = 20404;
  private static final int NOT_IN_PROGRESS = 21220;

  private final Secrets secrets;
  private final HttpClient http;

  private TwilioCalls(Secrets secrets, HttpClient http) {
    this.secrets = secrets;
    this.http = http;
  }

  /** Reads {@code TWILIO_API_URL}, which names a stand-in; without it Twilio itself is asked. */
  public static TwilioCalls of(Env env, Secrets secrets) {
    Priming.of(env).prime("a change of a call", TwilioCalls::prime);
    return new TwilioCalls(secrets, TwilioHttp.of(env, LIMITS));
  }

  /** Ends whatever the call is at, and has Twilio do what the TwiML says. */
  public CallUpdate redirect(String callSid, String twiml) {
    return update(callSid, call -> call.setTwiml(new Twiml(twiml)));
  }

  public CallUpdate hangUp(String callSid) {
    return update(callSid, call -> call.setStatus(Call.UpdateStatus.COMPLETED));
  }

  private CallUpdate update(String callSid, UnaryOperator<CallUpdater> change) {
    for (var pause : PAUSES) {
      var outcome = attempt(callSid, change);
      if (!(outcome instanceof TryLater) || !waited(pause)) {
        return outcome;
      }
    }
    return attempt(callSid, change);
  }

  private CallUpdate attempt(String callSid, UnaryOperator<CallUpdater> change) {
    var account = secrets.get("twilio", TwilioAccount.class);
    try {
      var ignored =
          change.apply(Call.updater(account.accountSid(), callSid)).update(account.client(http));
      return new Done();
    } catch (TwilioHttp.NotNowException e) {
      return new TryLater(String.valueOf(e.getMessage()));
    } catch (ApiException e) {
      return refusal(e);
    } catch (TwilioException e) {
      return unreadable(e);
    }
  }

  private static CallUpdate refusal(ApiException e) {
    if (e.getStatusCode() == null) {
      return unreadable(e);
    }
    int status = e.getStatusCode();
    int code = e.getCode() == null ? 0 : e.getCode();
    return status == 404 || code == NOT_FOUND || code == NOT_IN_PROGRESS
        ? new OverAlready()
        : new Refused(status, code);
  }

  /** An answer that the SDK cannot read says nothing about what was done. */
  private static CallUpdate unreadable(TwilioException e) {
    return new TryLater("answered what cannot be read: " + e.getClass().getSimpleName());
  }

  /** With a third more or less, so that many who were refused at once do not return at once. */
  private static boolean waited(Duration pause) {
    try {
      Thread.sleep(pause.multipliedBy(ThreadLocalRandom.current().nextInt(67, 134)).dividedBy(100));
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Everything of an attempt but the network. */
  static CallUpdate prime() {
    var nobody = new TwilioAccount("AC", "priming");
    Secrets none =
        new Secrets() {
          @Override
          public <T> T get(String name, Class<T> type) {
            return type.cast(nobody);
          }
        };
    var unheard =
        new HttpClient() {
          @Override
          public Response makeRequest(com.twilio.http.Request request) {
            request.getAuthString();
            request.encodeFormBody();
            return new Response("{\"code\": 20404, \"message\": \"\", \"status\": 404}", 404);
          }
        };
    return new TwilioCalls(none, unheard).redirect("CA", VoiceTwiml.hangUp());
  }
}
