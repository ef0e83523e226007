package com.hekax.phone.platform.audit;

import com.hekax.phone.contracts.UserId;
import com.hekax.phone.platform.tenancy.ApiKeyHolder;
import com.hekax.phone.platform.tenancy.Member;
import com.hekax.phone.platform.tenancy.OngoingCall;
import com.hekax.phone.platform.tenancy.Principal;
import java.util.Optional;
import java.util.UUID;

/**
 * Who does what the running work does, for the audit log. The base of each route binds it around a
 * request; work that nobody asked for is the system's. Like {@link
 * com.hekax.phone.platform.telemetry.LogContext}, it belongs to the thread that runs the work.
 *
 * @param kind empty for a request of somebody who has not signed in: then it is the person whose
 *     row is changed, or the system
 * @param id of the person, the key, or the call that the receptionist is in
 * @param address where the request came from, as text
 */
public record Acting(Optional<ActorKind> kind, Optional<UUID> id, Optional<String> address) {
  private static final ScopedValue<Acting> CURRENT = ScopedValue.newInstance();
  private static final Acting SYSTEM =
      new Acting(Optional.of(ActorKind.SYSTEM), Optional.empty(), Optional.empty());

  /** Whoever asks, from an address. */
  public static Acting of(Optional<Principal> principal, String address) {
    return new Acting(
        principal.map(Acting::kindOf), principal.map(Principal::id), Optional.of(address));
  }

  /** Who does the running work. */
  public static Acting current() {
    return CURRENT.isBound() ? CURRENT.get() : SYSTEM;
  }

  /** From the same address this person, who is known by something else than a session. */
  public Acting by(UserId person) {
    return new Acting(Optional.of(ActorKind.PERSON), Optional.of(person.value()), address);
  }

  /** Does {@code work} in this one's name; outside it the one before holds again. */
  public <T, X extends Throwable> T call(ScopedValue.CallableOp<? extends T, X> work) throws X {
    return ScopedValue.where(CURRENT, this).call(work);
  }

  private static ActorKind kindOf(Principal principal) {
    return switch (principal) {
      case Member _ -> ActorKind.PERSON;
      case ApiKeyHolder _ -> ActorKind.API_KEY;
      case OngoingCall _ -> ActorKind.ASSISTANT;
    };
  }
}
