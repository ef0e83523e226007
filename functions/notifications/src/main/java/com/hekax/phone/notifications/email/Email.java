package com.hekax.phone.notifications.email;

import com.hekax.phone.contracts.OrganizationId;
import java.util.Optional;

/**
 * One e-mail to one person.
 *
 * @param to the address alone, without a name
 * @param html the same as {@code text}, as a page
 * @param preferencesUrl where the reader can say that he wants no more of them; empty for what
 *     everybody is told
 */
record Email(
    OrganizationId organization,
    String to,
    String subject,
    String text,
    String html,
    Optional<String> preferencesUrl) {}
