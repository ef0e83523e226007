@NullMarked
package com.hekax.phone.telephony.webhook;

import org.jspecify.annotations.NullMarked;
