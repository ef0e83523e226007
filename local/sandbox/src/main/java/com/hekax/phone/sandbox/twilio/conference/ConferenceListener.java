package com.hekax.phone.sandbox.twilio.conference;

import java.util.Optional;

/** Told of what happens in a conference; must not wait. */
@FunctionalInterface
public interface ConferenceListener {

  /**
   * Something happened.
   *
   * @param event as Twilio names it, for example {@code participant-join}
   * @param participant whom it is about
   */
  void told(Conference conference, String event, Optional<Participant> participant);
}
