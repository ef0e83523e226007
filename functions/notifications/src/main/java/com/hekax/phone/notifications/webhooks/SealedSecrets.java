package com.hekax.phone.notifications.webhooks;

import com.hekax.phone.contracts.OrganizationId;
import com.hekax.phone.notifications.store.WebhookDao;
import com.hekax.phone.platform.crypto.Envelope;
import com.hekax.phone.platform.db.Database;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** The signing secrets of receivers, which stand sealed in the database. */
final class SealedSecrets {
  /** What the seal of a signing secret is for. */
  private static final String PURPOSE = "webhook-secret";

  private final Database database;
  private final Envelope envelope;

  SealedSecrets(Database database, Envelope envelope) {
    this.database = database;
    this.envelope = envelope;
  }

  byte[] seal(OrganizationId organization, SigningSecret secret) {
    return envelope.seal(
        organization, PURPOSE, secret.reveal().getBytes(StandardCharsets.US_ASCII));
  }

  /** Opens a receiver's. One under a former key is sealed anew, because it is never replaced. */
  SigningSecret open(OrganizationId organization, Receiver receiver) {
    var sealed = HexFormat.of().parseHex(receiver.sealedSecret());
    var plain = envelope.open(organization, PURPOSE, sealed);
    var secret = SigningSecret.parse(new String(plain, StandardCharsets.US_ASCII));
    if (!envelope.isPresent(sealed)) {
      var anew = seal(organization, secret);
      database.useTransaction(
          organization, tx -> tx.dao(WebhookDao.class).reseal(organization, receiver.id(), anew));
    }
    return secret;
  }
}
