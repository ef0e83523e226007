package com.hekax.phone.sandbox.twilio.rest;

import java.util.Optional;

/**
 * What is answered.
 *
 * @param json the body, unless there is none
 */
record RestAnswer(int status, Optional<Object> json) {

  static RestAnswer ok(Object json) {
    return new RestAnswer(200, Optional.of(json));
  }

  static RestAnswer created(Object json) {
    return new RestAnswer(201, Optional.of(json));
  }

  static RestAnswer gone() {
    return new RestAnswer(204, Optional.empty());
  }
}
