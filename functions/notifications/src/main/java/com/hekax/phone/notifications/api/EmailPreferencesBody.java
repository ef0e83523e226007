package com.hekax.phone.notifications.api;

import com.hekax.phone.notifications.email.EmailEventType;
import com.hekax.phone.notifications.email.EmailPreferences;
import java.util.List;

/** What a member is told of, as the API shows and takes it. */
record EmailPreferencesBody(List<EmailEventType> eventTypes) {

  static EmailPreferencesBody of(EmailPreferences preferences) {
    return new EmailPreferencesBody(preferences.eventTypes());
  }
}
