/** Signed webhooks: telling an organization's other systems. */
@NullMarked
package com.hekax.phone.notifications.webhooks;

import org.jspecify.annotations.NullMarked;
