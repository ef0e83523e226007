/** Sound on a phone line: 20 ms of mu-law each way on an absolute clock. */
@NullMarked
package com.hekax.phone.sandbox.twilio.line;

import org.jspecify.annotations.NullMarked;
