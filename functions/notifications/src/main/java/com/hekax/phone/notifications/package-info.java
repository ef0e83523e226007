/**
 * Notifications: telling people and other systems what happened. Each way of telling is a {@link
 * com.hekax.phone.notifications.Channel} in a package of its own; what they share is here.
 */
@NullMarked
package com.hekax.phone.notifications;

import org.jspecify.annotations.NullMarked;
