@NullMarked
package com.hekax.phone.sandbox.twilio.media;

import org.jspecify.annotations.NullMarked;
