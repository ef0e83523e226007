package com.hekax.phone.start.trace;

/**
 * The same question to CloudWatch Logs Insights, for a deployment ("CloudWatch Logs Insights query
 * syntax", read 2026-11-22).
 */
final class LogsQuery {

  /**
   * The query.
   *
   * @param call the product's id or Twilio's; by Twilio's, the lines tell the product's, whose
   *     query finds the rest
   */
  static String of(String call) {
    var filter =
        call.startsWith("CA")
            ? "callSid = \"%s\"".formatted(call)
            : "correlationId = \"%1$s\" or callId = \"%1$s\"".formatted(call);
    return """
    fields @timestamp, callId, callSid, service, function, level, message, route, type, consumer, channel, vendor, attempt, status, outcome, detail, millis
    | filter %s
    | sort @timestamp asc
    | limit 1000
    """
        .formatted(filter);
  }

  private LogsQuery() {}
}
