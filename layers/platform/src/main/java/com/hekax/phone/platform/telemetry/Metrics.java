package com.hekax.phone.platform.telemetry;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.google.errorprone.annotations.CheckReturnValue;
import com.google.errorprone.annotations.CompileTimeConstant;

/**
 * Measurements in CloudWatch's embedded metric format: a log line from which CloudWatch makes the
 * metrics, so that measuring costs no request.
 *
 * <pre>{@code
 * Metrics.ofRoute("GET /api/leads").count("Requests", 1).milliseconds("Latency", 12).write();
 * }</pre>
 *
 * Each combination of dimensions is a metric that is paid for every month, so there are only the
 * service and its route or queue. The organization stands beside them as a property, which Logs
 * Insights finds and nobody pays for.
 */
@CheckReturnValue
public final class Metrics {
  private static final String NAMESPACE = "HekaxPhone";

  private final LogContext context = LogContext.current();
  private final String dimension;
  private final String dimensionValue;
  private final StringBuilder names = new StringBuilder();
  private final JsonLine values = new JsonLine();

  private Metrics(String dimension, String dimensionValue) {
    this.dimension = dimension;
    this.dimensionValue = dimensionValue;
  }

  /** Of a route as it is written in {@code @Route}, for example {@code GET /api/leads}. */
  public static Metrics ofRoute(String route) {
    return new Metrics("Route", route);
  }

  /** Of a queue by its name in the template, for example {@code DeliverWebhooksQueue}. */
  public static Metrics ofQueue(String queue) {
    return new Metrics("Queue", queue);
  }

  /** Of the service as a whole: jobs, sockets. */
  public static Metrics ofService() {
    return new Metrics("", "");
  }

  @CanIgnoreReturnValue
  public Metrics count(@CompileTimeConstant String name, long count) {
    return metric(name, "Count", count);
  }

  @CanIgnoreReturnValue
  public Metrics milliseconds(@CompileTimeConstant String name, long duration) {
    return metric(name, "Milliseconds", duration);
  }

  /** Writes all of it as one line. */
  public void write() {
    values.put("Service", context.service());
    if (!dimension.isEmpty()) {
      values.put(dimension, dimensionValue);
    }
    values.putIfAny("requestId", context.requestId());
    context.organization().ifPresent(id -> values.put("organizationId", id));
    Log.emit(values.putJson("_aws", header()).end());
  }

  private Metrics metric(String name, String unit, long value) {
    if (!names.isEmpty()) {
      names.append(',');
    }
    names.append(new JsonLine().put("Name", name).put("Unit", unit).end());
    values.put(name, value);
    return this;
  }

  private String header() {
    var dimensions =
        dimension.isEmpty() ? "[[\"Service\"]]" : "[[\"Service\",\"" + dimension + "\"]]";
    var metrics =
        new JsonLine()
            .put("Namespace", NAMESPACE)
            .putJson("Dimensions", dimensions)
            .putJson("Metrics", "[" + names + "]")
            .end();
    return new JsonLine()
        .put("Timestamp", System.currentTimeMillis())
        .putJson("CloudWatchMetrics", "[" + metrics + "]")
        .end();
  }
}
