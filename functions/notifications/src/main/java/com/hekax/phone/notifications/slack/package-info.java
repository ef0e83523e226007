/** Telling people in Slack: connecting a channel, and one message for each thing that happens. */
@NullMarked
package com.hekax.phone.notifications.slack;

import org.jspecify.annotations.NullMarked;
