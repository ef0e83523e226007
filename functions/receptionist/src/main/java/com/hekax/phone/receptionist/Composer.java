package com.hekax.phone.receptionist;

import java.util.List;

/** Makes a snapshot of settings and facts: the same ones give the same. */
final class Composer {
  /** A caller waits for it in silence. */
  private static final int TOOL_TIMEOUT_MILLIS = 4_000;

  private final Models models;

  Composer(Models models) {
    this.models = models;
  }

  /**
   * The snapshot.
   *
   * @param business the organization's name
   * @param facts in their order
   */
  Snapshot compose(
      int version, String business, ReceptionistSettings settings, List<Knowledge> facts) {
    return new Snapshot(
        version,
        models.realtime(),
        models.transcription(),
        settings.voice(),
        settings.language(),
        new Instructions(Wording.line(business), settings, facts).text(),
        Wording.line(settings.greeting()),
        Wording.line(settings.resumedGreeting()),
        Toolbox.under(settings.transferPolicy()),
        new Snapshot.Limits(
            settings.limits().maxCallSeconds(),
            settings.limits().checkInAfterSeconds(),
            settings.limits().checkIns(),
            TOOL_TIMEOUT_MILLIS));
  }
}
