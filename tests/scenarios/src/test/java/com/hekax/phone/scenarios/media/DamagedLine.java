package com.hekax.phone.scenarios.media;

import com.hekax.phone.scenarios.media.Damage.Moment;
import java.util.List;

/** The frames of one connection: one moment of it is damaged, the rest passes as it is. */
final class DamagedLine {
  /** Far enough into what is said that it is in the middle of a word. */
  private static final int AT_SPEECH_FRAME = 40;

  private final Damage damage;
  private int speechFrames;
  private boolean done;
  private String held = "";

  DamagedLine(Damage damage) {
    this.damage = damage;
  }

  /** What goes on in place of a text frame that came. */
  List<String> pass(String frame) {
    if (!held.isEmpty()) {
      var moment = new Moment(held, frame);
      held = "";
      return damage.at(moment);
    }
    if (done || !Damage.isSpeech(frame) || ++speechFrames < AT_SPEECH_FRAME) {
      return List.of(frame);
    }
    done = true;
    if (damage.needsNext()) {
      held = frame;
      return List.of();
    }
    return damage.at(new Moment(frame, frame));
  }
}
