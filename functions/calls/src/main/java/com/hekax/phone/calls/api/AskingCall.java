package com.hekax.phone.calls.api;

import com.hekax.phone.contracts.CallId;
import com.hekax.phone.platform.http.ApiRequest;
import com.hekax.phone.platform.problems.ProblemType;
import com.hekax.phone.platform.tenancy.OngoingCall;

/** Which call is asking. */
final class AskingCall {

  static OngoingCall of(ApiRequest request) {
    return new OngoingCall(request.organization(), request.call());
  }

  /** The same where the path names it. Any other call's id names nothing, whoever's it is. */
  static OngoingCall ofPath(ApiRequest request) {
    var named = request.path("callId", CallId::parse);
    if (!named.equals(request.call())) {
      throw ProblemType.NOT_FOUND.because("There is no call %s.", named);
    }
    return of(request);
  }

  private AskingCall() {}
}
