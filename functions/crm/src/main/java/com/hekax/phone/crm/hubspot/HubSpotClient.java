package com.hekax.phone.crm.hubspot;

import com.hekax.phone.crm.Access;
import com.hekax.phone.crm.Access.Granted;
import com.hekax.phone.crm.Access.Lost;
import com.hekax.phone.crm.Access.NotNow;
import com.hekax.phone.crm.hubspot.Reply.Failed;
import com.hekax.phone.platform.vendor.Answer;
import com.hekax.phone.platform.vendor.Answer.Answered;
import com.hekax.phone.platform.vendor.SyncOutcome.ReconnectNeeded;
import com.hekax.phone.platform.vendor.SyncOutcome.TryLater;
import com.hekax.phone.platform.vendor.VendorHttp;
import java.util.function.Function;

/**
 * Asks HubSpot in the name of one connection. A token that is refused is exchanged for another one
 * once: HubSpot says that a 401 is no reason to renew a token (changelog "Expiration of OAuth
 * access tokens is changing", read 2026-11-22), so a second one means that the access is gone.
 */
public final class HubSpotClient {
  private final VendorHttp http;
  private final AccessSource access;

  /**
   * A client for one connection.
   *
   * @param http of HubSpot's API, with {@link VendorHttp#withBusyAnswers}
   */
  public HubSpotClient(VendorHttp http, AccessSource access) {
    this.http = http;
    this.access = access;
  }

  /**
   * One question.
   *
   * @param read makes the value of an answer of 2xx
   */
  <T> Reply<T> ask(Function<VendorHttp, Answer> question, Function<Answered, Reply<T>> read) {
    return ask(access.current(), question, read, true);
  }

  private <T> Reply<T> ask(
      Access granted,
      Function<VendorHttp, Answer> question,
      Function<Answered, Reply<T>> read,
      boolean mayRenew) {
    return switch (granted) {
      case NotNow(var after) ->
          new Failed<>(new TryLater(after, "HubSpot gives no new access just now."));
      case Lost(var reason) -> new Failed<>(new ReconnectNeeded(reason));
      case Granted(var token, var version) -> {
        var answer = question.apply(http.with("Authorization", "Bearer " + token));
        yield answer instanceof Answered answered && answered.status() == 401
            ? mayRenew
                ? ask(access.insteadOf(version), question, read, false)
                : new Failed<>(new ReconnectNeeded("HubSpot does not accept our access any more."))
            : Verdict.of(answer, read);
      }
    };
  }
}
