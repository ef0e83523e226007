/** The messages of Twilio's Media Streams. */
@NullMarked
package com.hekax.phone.bridge.twilio;

import org.jspecify.annotations.NullMarked;
