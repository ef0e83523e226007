@NullMarked
package com.hekax.phone.telephony;

import org.jspecify.annotations.NullMarked;
