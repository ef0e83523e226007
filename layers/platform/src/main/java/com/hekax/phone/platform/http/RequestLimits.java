package com.hekax.phone.platform.http;

import com.hekax.phone.platform.limits.Budget;
import com.hekax.phone.platform.limits.Counted;
import com.hekax.phone.platform.limits.Quota;
import com.hekax.phone.platform.limits.RateClass;
import com.hekax.phone.platform.limits.RateLimiter;
import com.hekax.phone.platform.limits.Spending;
import com.hekax.phone.platform.problems.ProblemType;
import com.hekax.phone.platform.tenancy.ApiKeyHolder;
import com.hekax.phone.platform.tenancy.Member;
import com.hekax.phone.platform.tenancy.Principal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Counts every request of a route that has a limit, and tells on each answer how much is left: the
 * three fields of draft-ietf-httpapi-ratelimit-headers-03 (read 2026-11-22), of the quota of which
 * least is left.
 */
final class RequestLimits {
  private final RateClass rateClass;
  private final RateLimiter limiter;
  private final OriginCheck origin;

  RequestLimits(RateClass rateClass, RateLimiter limiter, OriginCheck origin) {
    this.rateClass = rateClass;
    this.limiter = limiter;
    this.origin = origin;
  }

  /** The handler's answer, or that this was once too often. */
  ApiResponse answer(ApiRequest request, Supplier<ApiResponse> handler) {
    var budgets =
        Arrays.stream(Counted.values()).flatMap(one -> budget(one, request).stream()).toList();
    if (budgets.isEmpty()) {
      return handler.get();
    }
    return switch (limiter.spend(budgets)) {
      case Spending.Granted(var quota, var remaining, var fullAgain) ->
          told(handler.get(), quota, remaining, fullAgain);
      case Spending.Exhausted(var quota, var fullAgain, var retryAfter) ->
          told(tooMany(request, seconds(retryAfter)), quota, 0, fullAgain);
      case Spending.Uncounted _ when rateClass.refusesWhenUncounted() -> uncounted(request);
      case Spending.Uncounted _ -> handler.get();
    };
  }

  private Optional<Budget> budget(Counted counted, ApiRequest request) {
    return Optional.ofNullable(rateClass.quotas().get(counted))
        .flatMap(quota -> who(counted, request).map(who -> new Budget(key(counted, who), quota)));
  }

  private static Optional<String> who(Counted counted, ApiRequest request) {
    var principal = request.principalIfAny();
    return switch (counted) {
      case ADDRESS -> Optional.of(AddressBlock.of(request.address()));
      // Whoever is in two organizations is two: one that wastes their requests is not all.
      case PERSON -> principal.filter(Member.class::isInstance).map(RequestLimits::inOrganization);
      case API_KEY ->
          principal.filter(ApiKeyHolder.class::isInstance).map(one -> one.id().toString());
      case ORGANIZATION -> principal.map(one -> one.organization().toString());
    };
  }

  private static String inOrganization(Principal member) {
    return member.organization() + "/" + member.id();
  }

  /** With a secret, or every address could be tried until its hash is found in the table. */
  private UUID key(Counted counted, String who) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(origin.secret(), "HmacSHA256"));
      var text = Stream.of(rateClass.name(), counted.name(), who).toList().toString();
      var hash = ByteBuffer.wrap(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
      return new UUID(hash.getLong(), hash.getLong());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK has HMAC-SHA-256", e);
    }
  }

  private static ApiResponse tooMany(ApiRequest request, long seconds) {
    return ProblemBody.answer(
            ProblemType.TOO_MANY_REQUESTS.because("Try again in %d s.", seconds),
            request.requestId())
        .header("retry-after", Long.toString(seconds));
  }

  private static ApiResponse uncounted(ApiRequest request) {
    return ProblemBody.answer(
            ProblemType.UNAVAILABLE.because("Try again in a moment."), request.requestId())
        .header("retry-after", "1");
  }

  private static ApiResponse told(
      ApiResponse response, Quota quota, int remaining, Duration fullAgain) {
    return response
        .header("ratelimit-limit", Integer.toString(quota.requests()))
        .header("ratelimit-remaining", Integer.toString(remaining))
        .header("ratelimit-reset", Long.toString(seconds(fullAgain)));
  }

  /** Whole seconds, rounded up: whoever waits for so long does not come too early. */
  private static long seconds(Duration duration) {
    return Math.max(1, duration.plusMillis(999).toSeconds());
  }
}
