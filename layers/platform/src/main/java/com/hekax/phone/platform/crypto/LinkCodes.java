package com.hekax.phone.platform.crypto;

import com.hekax.phone.contracts.AccountMail;
import com.hekax.phone.platform.secrets.Secrets;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The codes in links that people are sent: an id and its HMAC-SHA256 under the secret {@code
 * codes}, for one kind of mail. Tables, events and queues carry the id alone, and whoever reads
 * them cannot make the code; who writes the mail makes it at the last moment.
 */
public final class LinkCodes {
  private static final int ID_BYTES = 16;
  private static final int CODE_BYTES = ID_BYTES + 32;

  private final Secrets secrets;

  public LinkCodes(Secrets secrets) {
    this.secrets = secrets;
  }

  private record CodesSecret(String secret) {}

  /** The code of an id: 64 characters that a link can carry as they are. */
  public String of(AccountMail kind, UUID id) {
    var code = ByteBuffer.allocate(CODE_BYTES).put(bytes(id)).put(mac(kind, id)).array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(code);
  }

  /** The id that a code was made of; empty when it is none of ours or of another kind. */
  public Optional<UUID> read(AccountMail kind, String code) {
    byte[] presented;
    try {
      presented = Base64.getUrlDecoder().decode(code);
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
    if (presented.length != CODE_BYTES) {
      return Optional.empty();
    }
    var buffer = ByteBuffer.wrap(presented);
    var id = new UUID(buffer.getLong(), buffer.getLong());
    var genuine = mac(kind, id);
    var shown = Arrays.copyOfRange(presented, ID_BYTES, CODE_BYTES);
    return MessageDigest.isEqual(genuine, shown) ? Optional.of(id) : Optional.empty();
  }

  private byte[] mac(AccountMail kind, UUID id) {
    var key = secrets.get("codes", CodesSecret.class).secret().getBytes(StandardCharsets.UTF_8);
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      mac.update(kind.name().getBytes(StandardCharsets.UTF_8));
      mac.update((byte) 0);
      return mac.doFinal(bytes(id));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK has HMAC-SHA256", e);
    }
  }

  private static byte[] bytes(UUID id) {
    return ByteBuffer.allocate(ID_BYTES)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .array();
  }
}
