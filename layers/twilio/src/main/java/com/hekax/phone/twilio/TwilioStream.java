package com.hekax.phone.twilio;

import com.hekax.phone.platform.Env;
import com.hekax.phone.platform.priming.Priming;
import com.hekax.phone.platform.secrets.Secrets;
import java.net.URI;
import java.util.Map;

/**
 * Whether Twilio opened a media stream: the WebSocket's upgrade is signed over its address and
 * nothing else, sometimes with a slash at the end and sometimes without ("Media Streams overview",
 * read 2026-11-22).
 */
public final class TwilioStream {
  private final Secrets secrets;
  private final String origin;
  private final String path;

  /** Reads {@code MEDIA_URL}, for example {@code wss://media.example.com/media}. */
  public static TwilioStream of(Env env, Secrets secrets) {
    Priming.of(env).prime("a signature of Twilio", TwilioSignature::prime);
    return new TwilioStream(secrets, env.get("MEDIA_URL"));
  }

  /**
   * Streams to one address.
   *
   * @param url as Twilio was told it
   */
  TwilioStream(Secrets secrets, String url) {
    var address = URI.create(url);
    this.secrets = secrets;
    this.path = withoutSlash(address.getRawPath());
    this.origin = url.substring(0, url.length() - address.getRawPath().length());
  }

  /**
   * Whether our account opened it.
   *
   * @param pathAndQuery of the upgrade, as it came
   * @param signature the header {@code X-Twilio-Signature}; empty when there was none
   */
  public boolean isOurs(String pathAndQuery, String signature) {
    if (!withoutSlash(pathAndQuery).equals(path)) {
      return false;
    }
    var account = secrets.get("twilio", TwilioAccount.class);
    var signatures = new TwilioSignature(origin, account.authToken());
    return signatures.matches(path, Map.of(), signature)
        || signatures.matches(path + "/", Map.of(), signature);
  }

  private static String withoutSlash(String path) {
    return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }
}
