package com.hekax.phone.sandbox.twilio.media;

import java.util.Map;
import java.util.Optional;

/** Told of a stream, on whatever thread it happened; must not wait. */
public interface StreamEvents {

  /** The server took it. */
  void started();

  /** Something worth noting. */
  void noted(String kind, Map<String, ?> details);

  /**
   * It is over: once, whoever ended it.
   *
   * @param error why, when it was not by intent
   */
  void ended(Optional<StreamError> error);
}
