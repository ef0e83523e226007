/** What is done at Twilio when something has happened elsewhere. */
@NullMarked
package com.hekax.phone.telephony.worker;

import org.jspecify.annotations.NullMarked;
