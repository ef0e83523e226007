/** Twilio as the product uses it: thin classes over Twilio's own SDK. */
@NullMarked
package com.hekax.phone.twilio;

import org.jspecify.annotations.NullMarked;
