package com.hekax.phone.notifications.slack;

import com.hekax.phone.platform.Env;
import java.net.URI;

/**
 * Where everything is. Slack's own host stands here and nowhere else; a stand-in has another.
 *
 * @param publicUrl of this product, with no slash at the end
 * @param slack where people see Slack's question, and where its API is
 */
record SlackSettings(String publicUrl, URI slack) {

  static SlackSettings of(Env env) {
    return new SlackSettings(
        env.get("PUBLIC_URL"), URI.create(env.find("SLACK_API_URL").orElse("https://slack.com")));
  }

  /** Where Slack sends the browser back to; registered there letter for letter. */
  String callback() {
    return publicUrl + "/api/notifications/slack/callback";
  }
}
