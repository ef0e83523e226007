/** Calls under way: their legs, the TwiML they run and the record of what happened. */
@NullMarked
package com.hekax.phone.sandbox.twilio.call;

import org.jspecify.annotations.NullMarked;
