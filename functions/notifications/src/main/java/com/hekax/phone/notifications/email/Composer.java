package com.hekax.phone.notifications.email;

import com.hekax.phone.platform.queues.Outgoing;
import java.util.Optional;

/** Makes a delivery into the e-mail that it is: the same one at each attempt. */
final class Composer {
  private final LetterWriter writer;
  private final String preferencesUrl;

  /** One whose links lead to {@code publicUrl}, which has no slash at the end. */
  Composer(String publicUrl) {
    this.writer = new LetterWriter(publicUrl);
    this.preferencesUrl = publicUrl + "/settings/notifications";
  }

  Email compose(Outgoing outgoing, Business business, Recipient recipient) {
    var type = EmailEventType.valueOf(outgoing.eventType());
    var letter = writer.write(type, outgoing.event(), business);
    var reason = "You are told of %s at %s.".formatted(letter.about(), business.name());
    var footer = new Footer(reason, Optional.of(preferencesUrl));
    return new Email(
        outgoing.organizationId(),
        recipient.email(),
        letter.subject(),
        LetterText.of(letter, footer),
        LetterPage.of(letter, footer),
        Optional.of(preferencesUrl));
  }
}
