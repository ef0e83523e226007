package com.hekax.phone.receptionist;

import com.hekax.phone.platform.Env;

/**
 * The models that calls are held with, by the names their vendor has for them.
 *
 * @param realtime hears and speaks, for example gpt-realtime-2.1
 * @param transcription writes down what callers say, for example gpt-transcribe
 */
record Models(String realtime, String transcription) {

  static Models of(Env env) {
    return new Models(env.get("REALTIME_MODEL"), env.get("TRANSCRIPTION_MODEL"));
  }
}
