package com.hekax.phone.sandbox.openai.session;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A model that writes down what callers say ("Realtime transcription", read 2026-11-22).
 *
 * @param lastDay the day before it is shut down
 * @param guided takes {@code languages} and {@code keywords}, and names the languages it heard
 * @param prompted takes {@code prompt}
 * @param delayed takes {@code delay}
 * @param byTheMinute billed by the audio and not by tokens
 */
record TranscriptionModel(
    String name,
    Optional<LocalDate> lastDay,
    boolean guided,
    boolean prompted,
    boolean delayed,
    boolean byTheMinute) {
  private static final Optional<LocalDate> OPEN = Optional.empty();
  private static final Optional<LocalDate> OLD = Optional.of(LocalDate.of(2027, 2, 25));

  private static final List<TranscriptionModel> ALL =
      List.of(
          new TranscriptionModel("gpt-transcribe", OPEN, true, true, false, true),
          new TranscriptionModel("gpt-live-transcribe", OPEN, true, true, false, true),
          new TranscriptionModel("gpt-realtime-whisper", OPEN, false, false, true, true),
          new TranscriptionModel("whisper-1", OLD, false, true, false, true),
          new TranscriptionModel("gpt-4o-transcribe", OLD, false, true, false, false),
          new TranscriptionModel("gpt-4o-transcribe-diarize", OLD, false, false, false, false),
          new TranscriptionModel("gpt-4o-mini-transcribe", OLD, false, true, false, false),
          new TranscriptionModel(
              "gpt-4o-mini-transcribe-2025-12-15", OLD, false, true, false, false));

  static Optional<TranscriptionModel> find(String name, LocalDate today) {
    return ALL.stream()
        .filter(model -> model.name.equals(name))
        .filter(model -> model.lastDay.map(day -> !today.isAfter(day)).orElse(true))
        .findFirst();
  }
}
