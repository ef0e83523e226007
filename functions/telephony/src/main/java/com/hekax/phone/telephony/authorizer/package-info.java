/** Who is asking, when it is a call. */
@NullMarked
package com.hekax.phone.telephony.authorizer;

import org.jspecify.annotations.NullMarked;
