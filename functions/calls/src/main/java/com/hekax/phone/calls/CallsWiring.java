package com.hekax.phone.calls;

import com.hekax.phone.platform.Platform;

/** The objects of this domain, made when a handler first asks. */
public final class CallsWiring {
  public static Calls calls() {
    var platform = Platform.current();
    return new Calls(platform.database(), platform.clock());
  }

  public static Transcripts transcripts() {
    return new Transcripts(Platform.current().database());
  }

  public static Messages messages() {
    var platform = Platform.current();
    return new Messages(platform.database(), platform.outbox(), platform.clock());
  }

  public static Reports reports() {
    var platform = Platform.current();
    return new Reports(platform.database(), platform.outbox(), platform.clock());
  }

  public static CallRecorder recorder() {
    var platform = Platform.current();
    return new CallRecorder(platform.outbox(), platform.clock());
  }

  private CallsWiring() {}
}
