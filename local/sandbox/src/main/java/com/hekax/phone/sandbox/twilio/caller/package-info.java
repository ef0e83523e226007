/** People who ring: scripts of what they say and when. */
@NullMarked
package com.hekax.phone.sandbox.twilio.caller;

import org.jspecify.annotations.NullMarked;
