package com.hekax.phone.sandbox.hubspot;

import java.util.Map;

/** An answer that has not been sent yet. */
record Result(int status, Object body) {

  static Result ok(Object body) {
    return new Result(200, body);
  }

  static Result created(CrmRecord record) {
    return new Result(201, record.json());
  }

  static Result none() {
    return new Result(204, Map.of());
  }
}
