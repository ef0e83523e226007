@NullMarked
package com.hekax.phone.telephony.worker;

import org.jspecify.annotations.NullMarked;
