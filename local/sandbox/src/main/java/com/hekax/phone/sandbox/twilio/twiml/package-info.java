/** TwiML read strictly: a name that the documentation does not know is an error. */
@NullMarked
package com.hekax.phone.sandbox.twilio.twiml;

import org.jspecify.annotations.NullMarked;
