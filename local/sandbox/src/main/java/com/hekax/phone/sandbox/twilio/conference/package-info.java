/** Conferences and who is in them. */
@NullMarked
package com.hekax.phone.sandbox.twilio.conference;

import org.jspecify.annotations.NullMarked;
