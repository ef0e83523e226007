package com.hekax.phone.platform.telemetry;

import com.hekax.phone.contracts.OrganizationId;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What every log line says about the work it belongs to. The base of each handler binds it around
 * an invocation; it ends with that call by itself, so nothing of one request shows in the next.
 *
 * <pre>{@code
 * LogContext.of("leads", "ListLeadsFunction", requestId).call(() -> answer(request));
 * }</pre>
 *
 * It belongs to the thread that runs the work: a thread started inside does not have it.
 */
public final class LogContext {
  private static final ScopedValue<LogContext> CURRENT = ScopedValue.newInstance();
  private static final LogContext NONE = of("", "", "");

  private final String service;
  private final String function;
  private final String requestId;
  private final AtomicReference<String> correlationId;
  private final Optional<OrganizationId> organization;

  private LogContext(
      String service,
      String function,
      String requestId,
      AtomicReference<String> correlationId,
      Optional<OrganizationId> organization) {
    this.service = service;
    this.function = function;
    this.requestId = requestId;
    this.correlationId = correlationId;
    this.organization = organization;
  }

  /** The context of an invocation in which a new correlation begins. */
  public static LogContext of(String service, String function, String requestId) {
    return new LogContext(
        service, function, requestId, new AtomicReference<>(requestId), Optional.empty());
  }

  /** The context of the running work; all its texts are empty outside of any. */
  public static LogContext current() {
    return CURRENT.isBound() ? CURRENT.get() : NONE;
  }

  /**
   * Only now it turns out what set off the running work: a vendor names a call by an id of its own.
   * From here on all lines of this invocation say so, its last one too, which whoever found out
   * does not write.
   */
  public static void foundCorrelation(String id) {
    if (CURRENT.isBound()) {
      CURRENT.get().correlationId.set(id);
    }
  }

  /** This context for work that was set off elsewhere. */
  public LogContext correlatedBy(String id) {
    return new LogContext(service, function, requestId, new AtomicReference<>(id), organization);
  }

  /** This context for work on one organization's behalf. */
  public LogContext on(OrganizationId behalf) {
    return new LogContext(service, function, requestId, correlationId, Optional.of(behalf));
  }

  /** The domain. */
  public String service() {
    return service;
  }

  /** The function's name. */
  public String function() {
    return function;
  }

  /** Whose work it is, once that is known. */
  public Optional<OrganizationId> organization() {
    return organization;
  }

  /** Of this invocation, for support. */
  public String requestId() {
    return requestId;
  }

  /**
   * Of everything one cause set off, carried through events: the request id where it began, or a
   * call's id.
   */
  public String correlationId() {
    return String.valueOf(correlationId.get());
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
        .putIfAny("correlationId", correlationId());
    organization.ifPresent(id -> line.put("organizationId", id));
    return line;
  }
}
