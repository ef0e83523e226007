package com.hekax.phone.platform.crypto;

import com.hekax.phone.contracts.OrganizationId;
import com.hekax.phone.contracts.UserId;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * Whom and what a seal is for. KMS checks it with the data key, AES-GCM with the text.
 *
 * @param kind {@code organizationId} or {@code userId}
 */
record SealFor(String kind, String owner, String purpose) {

  SealFor(OrganizationId organization, String purpose) {
    this("organizationId", organization.toString(), purpose);
  }

  SealFor(UserId user, String purpose) {
    this("userId", user.toString(), purpose);
  }

  Map<String, String> encryptionContext() {
    return Map.of(kind, owner, "purpose", purpose);
  }

  /**
   * What is bound to the text.
   *
   * @param keyId as the seal names it
   */
  byte[] associatedData(Optional<String> keyId) {
    // An id always has 36 characters, so no two owners and purposes give the same bytes.
    var data = kind + "=" + owner + "\npurpose=" + purpose;
    return (data + keyId.map(id -> "\nkey=" + id).orElse("")).getBytes(StandardCharsets.UTF_8);
  }
}
