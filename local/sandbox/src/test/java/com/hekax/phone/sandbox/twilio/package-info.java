/** Tests of the stand-in for Twilio. */
@NullMarked
package com.hekax.phone.sandbox.twilio;

import org.jspecify.annotations.NullMarked;
