package com.hekax.phone.twilio;

import java.util.List;
import java.util.Optional;

/**
 * Some of the recordings that were asked for.
 *
 * @param next where Twilio has more; empty when these are the last
 */
public record RecordingPage(List<PastRecording> recordings, Optional<String> next) {}
