package com.hekax.phone.crm;

import com.hekax.phone.platform.Env;
import java.net.URI;

/**
 * Where everything is. The vendors' own hosts stand here and nowhere else; a stand-in has others.
 *
 * @param publicUrl of this product, with no slash at the end
 * @param hubSpotApi where HubSpot is asked; the same for customers of every region
 * @param hubSpotPages where people see HubSpot: to say yes to us, and to look at a contact
 */
public record CrmSettings(String publicUrl, URI hubSpotApi, String hubSpotPages) {

  static CrmSettings of(Env env) {
    return new CrmSettings(
        env.get("PUBLIC_URL"),
        URI.create(env.find("HUBSPOT_API_URL").orElse("https://api.hubapi.com")),
        env.find("HUBSPOT_AUTH_URL").orElse("https://app.hubspot.com"));
  }

  /** Where a vendor sends the browser back to; registered there letter for letter. */
  public String callback() {
    return publicUrl + "/api/crm/callback";
  }
}
