/** Tests of what stands in the package of this name. */
@NullMarked
package com.hekax.phone.sandbox.twilio.twiml;

import org.jspecify.annotations.NullMarked;
