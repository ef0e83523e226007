package com.hekax.phone.accounts.api;

import com.hekax.phone.platform.http.ApiResponse;
import java.util.List;

/** Recovery codes, shown once. */
record RecoveryCodesBody(List<String> recoveryCodes) {

  static ApiResponse answer(List<String> codes) {
    return ApiResponse.json(201, new RecoveryCodesBody(codes))
        .header("cache-control", "no-store")
        .asShownOnce();
  }
}
