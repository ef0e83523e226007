@NullMarked
package com.hekax.phone.telephony.api;

import org.jspecify.annotations.NullMarked;
