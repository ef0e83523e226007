package com.hekax.phone.notifications.email;

import java.util.Optional;

/**
 * The small print of an e-mail.
 *
 * @param reason a sentence that says why the reader gets it
 * @param preferencesUrl where the reader says what to be told of; empty for what everybody is told
 */
record Footer(String reason, Optional<String> preferencesUrl) {}
