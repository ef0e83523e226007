/** Tests of Twilio's messages. */
@NullMarked
package com.hekax.phone.bridge.twilio;

import org.jspecify.annotations.NullMarked;
