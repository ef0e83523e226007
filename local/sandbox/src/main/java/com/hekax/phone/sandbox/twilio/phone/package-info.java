/** People who are rung. */
@NullMarked
package com.hekax.phone.sandbox.twilio.phone;

import org.jspecify.annotations.NullMarked;
