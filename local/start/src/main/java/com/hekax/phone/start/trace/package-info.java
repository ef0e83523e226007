/** {@code ./hekax trace}: what a call set off, told from the logs. */
@NullMarked
package com.hekax.phone.start.trace;

import org.jspecify.annotations.NullMarked;
