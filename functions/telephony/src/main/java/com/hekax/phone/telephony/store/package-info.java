/** All the SQL of telephony. */
@NullMarked
package com.hekax.phone.telephony.store;

import org.jspecify.annotations.NullMarked;
