/** Telephony: the calls of the organizations, as Twilio carries them. */
@NullMarked
package com.hekax.phone.telephony;

import org.jspecify.annotations.NullMarked;
