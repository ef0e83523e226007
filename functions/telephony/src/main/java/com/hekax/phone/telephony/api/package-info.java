/** What the media bridge asks. */
@NullMarked
package com.hekax.phone.telephony.api;

import org.jspecify.annotations.NullMarked;
