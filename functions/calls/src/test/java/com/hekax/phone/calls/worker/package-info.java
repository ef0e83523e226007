/** From events to the rows of a call. */
@NullMarked
package com.hekax.phone.calls.worker;

import org.jspecify.annotations.NullMarked;
