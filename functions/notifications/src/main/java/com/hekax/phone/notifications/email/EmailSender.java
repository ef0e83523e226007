package com.hekax.phone.notifications.email;

import java.util.UUID;

/** A service that sends e-mail. */
interface EmailSender {

  /**
   * Sends it once.
   *
   * @param key the same for each attempt to send the same e-mail: in a day it arrives once
   */
  Attempt send(Email email, UUID key);
}
