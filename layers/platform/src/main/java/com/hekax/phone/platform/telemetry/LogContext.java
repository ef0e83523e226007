package com.hekax.phone.platform.telemetry;

import com.hekax.phone.contracts.OrganizationId;
import java.util.Optional;

/**
 * What every log line says about the work it belongs to. The base of each handler binds it around
 * an invocation; it ends with that call by itself, so nothing of one request shows in the next.
 *
 * <pre>{@code
 * LogContext.of("leads", "ListLeadsFunction", requestId).call(() -> answer(request));
 * }</pre>
 *
 * It belongs to the thread that runs the work: a thread started inside does not have it.
 *
 * @param service the domain
 * @param function the function's name
 * @param requestId of this invocation, for support
 * @param correlationId of everything one cause set off, carried through events: the request id
 *     where it began, or a call's id
 * @param organization whose work it is, once that is known
 */
public record LogContext(
    String service,
    String function,
    String requestId,
    String correlationId,
    Optional<OrganizationId> organization) {
  private static final ScopedValue<LogContext> CURRENT = ScopedValue.newInstance();
  private static final LogContext NONE = new LogContext("", "", "", "", Optional.empty());

  /** The context of an invocation in which a new correlation begins. */
  public static LogContext of(String service, String function, String requestId) {
    return new LogContext(service, function, requestId, requestId, Optional.empty());
  }

  /** The context of the running work; all its texts are empty outside of any. */
  public static LogContext current() {
    return CURRENT.isBound() ? CURRENT.get() : NONE;
  }

  /** This context for work that was set off elsewhere. */
  public LogContext correlatedBy(String id) {
    return new LogContext(service, function, requestId, id, organization);
  }

  /** This context for work on one organization's behalf. */
  public LogContext on(OrganizationId behalf) {
    return new LogContext(service, function, requestId, correlationId, Optional.of(behalf));
  }

  /** Does {@code work} in this context; outside it the context before holds again. */
  public <T, X extends Throwable> T call(ScopedValue.CallableOp<? extends T, X> work) throws X {
    return ScopedValue.where(CURRENT, this).call(work);
  }

  /** Does {@code work} in this context; outside it the context before holds again. */
  public void run(Runnable work) {
    ScopedValue.where(CURRENT, this).run(work);
  }

  JsonLine writeTo(JsonLine line) {
    line.putIfAny("service", service)
        .putIfAny("function", function)
        .putIfAny("requestId", requestId)
        .putIfAny("correlationId", correlationId);
    organization.ifPresent(id -> line.put("organizationId", id));
    return line;
  }
}
