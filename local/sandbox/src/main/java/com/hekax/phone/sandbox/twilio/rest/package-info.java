/** Twilio's REST interface, version 2010-04-01. */
@NullMarked
package com.hekax.phone.sandbox.twilio.rest;

import org.jspecify.annotations.NullMarked;
