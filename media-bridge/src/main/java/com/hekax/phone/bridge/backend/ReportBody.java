package com.hekax.phone.bridge.backend;

import com.hekax.phone.bridge.conversation.Report;
import com.hekax.phone.bridge.json.JsonText;

/** A report as the back end takes it; see docs/api/bridge.md. */
final class ReportBody {
  private ReportBody() {}

  static String of(Report report) {
    var usage = report.usage();
    return JsonText.object(
        json -> {
          json.writeStringField("reason", report.reason().name());
          json.writeStringField("startedAt", report.startedAt().toString());
          json.writeStringField("endedAt", report.endedAt().toString());
          json.writeStringField("model", report.model());
          JsonText.object(
              json,
              "usage",
              tokens -> {
                tokens.writeNumberField("inputTextTokens", usage.inputTextTokens());
                tokens.writeNumberField("inputAudioTokens", usage.inputAudioTokens());
                tokens.writeNumberField("cachedTextTokens", usage.cachedTextTokens());
                tokens.writeNumberField("cachedAudioTokens", usage.cachedAudioTokens());
                tokens.writeNumberField("outputTextTokens", usage.outputTextTokens());
                tokens.writeNumberField("outputAudioTokens", usage.outputAudioTokens());
                if (usage.transcriptionSeconds() > 0) {
                  tokens.writeNumberField("transcriptionSeconds", usage.transcriptionSeconds());
                }
                if (usage.transcriptionTokens() > 0) {
                  tokens.writeNumberField("transcriptionTokens", usage.transcriptionTokens());
                }
              });
          if (report.firstAudioMillis().isPresent()) {
            json.writeNumberField("firstAudioMillis", report.firstAudioMillis().getAsLong());
          }
        });
  }
}
