package com.hekax.phone.notifications.email;

import java.util.List;

/** What a member is told of by e-mail, in the order of {@link EmailEventType}. */
public record EmailPreferences(List<EmailEventType> eventTypes) {

  public EmailPreferences {
    eventTypes = eventTypes.stream().distinct().sorted().toList();
  }
}
