package com.hekax.phone.notifications.email;

import com.hekax.phone.platform.Env;
import java.net.URI;

/**
 * Where everything is. The vendor's own host stands here and nowhere else; a stand-in has another.
 *
 * @param publicUrl of this product, with no slash at the end
 * @param from whom members get e-mail from
 */
record EmailSettings(String publicUrl, URI resendApi, String from) {

  static EmailSettings of(Env env) {
    return new EmailSettings(
        env.get("PUBLIC_URL"),
        URI.create(env.find("RESEND_API_URL").orElse("https://api.resend.com")),
        env.get("EMAIL_FROM"));
  }
}
