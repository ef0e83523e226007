/** Notifications: telling other systems what happened, by signed webhooks. */
@NullMarked
package com.hekax.phone.notifications;

import org.jspecify.annotations.NullMarked;
