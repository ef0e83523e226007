@NullMarked
package com.hekax.phone.telephony.job;

import org.jspecify.annotations.NullMarked;
