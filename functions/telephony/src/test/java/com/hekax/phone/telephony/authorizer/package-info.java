@NullMarked
package com.hekax.phone.telephony.authorizer;

import org.jspecify.annotations.NullMarked;
