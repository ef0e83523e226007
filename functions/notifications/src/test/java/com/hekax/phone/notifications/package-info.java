/** What webhooks do, seen from the organization and from its receivers. */
@NullMarked
package com.hekax.phone.notifications;

import org.jspecify.annotations.NullMarked;
