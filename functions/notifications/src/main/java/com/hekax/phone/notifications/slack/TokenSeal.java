package com.hekax.phone.notifications.slack;

import com.hekax.phone.contracts.OrganizationId;
import com.hekax.phone.platform.crypto.Envelope;
import com.hekax.phone.platform.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

/** Keeps tokens so that nobody reads them in the database: both under one seal. */
final class TokenSeal {
  private static final String PURPOSE = "slack-tokens";

  private final Envelope envelope;

  TokenSeal(Envelope envelope) {
    this.envelope = envelope;
  }

  byte[] seal(OrganizationId organization, Tokens tokens) {
    return envelope.seal(
        organization, PURPOSE, Json.write(tokens).getBytes(StandardCharsets.UTF_8));
  }

  /**
   * The same tokens under the present key; empty where they are sealed so already.
   *
   * @param sealed hexadecimal
   */
  Optional<byte[]> renewed(OrganizationId organization, String sealed) {
    return envelope.isPresent(HexFormat.of().parseHex(sealed))
        ? Optional.empty()
        : Optional.of(seal(organization, open(organization, sealed)));
  }

  /**
   * The tokens of a row.
   *
   * @param sealed hexadecimal
   */
  Tokens open(OrganizationId organization, String sealed) {
    var plain = envelope.open(organization, PURPOSE, HexFormat.of().parseHex(sealed));
    return Json.read(new String(plain, StandardCharsets.UTF_8), Tokens.class);
  }
}
