/** Twilio as the product meets it: calls that come in, told of by signed webhooks. */
@NullMarked
package com.hekax.phone.sandbox.twilio;

import org.jspecify.annotations.NullMarked;
