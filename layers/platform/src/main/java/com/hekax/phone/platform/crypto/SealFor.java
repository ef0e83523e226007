package com.hekax.phone.platform.crypto;

import com.hekax.phone.contracts.OrganizationId;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Whom and what a seal is for. KMS checks it with the data key, AES-GCM with the text. */
record SealFor(OrganizationId organization, String purpose) {

  Map<String, String> encryptionContext() {
    return Map.of("organizationId", organization.toString(), "purpose", purpose);
  }

  byte[] associatedData() {
    // An organization's id always has 36 characters, so no two pairs give the same bytes.
    return ("organizationId=" + organization + "\npurpose=" + purpose)
        .getBytes(StandardCharsets.UTF_8);
  }
}
