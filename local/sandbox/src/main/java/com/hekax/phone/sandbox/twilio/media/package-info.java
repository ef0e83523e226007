/** The client's side of Media Streams. */
@NullMarked
package com.hekax.phone.sandbox.twilio.media;

import org.jspecify.annotations.NullMarked;
