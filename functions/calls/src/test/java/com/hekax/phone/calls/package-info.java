/** Calls: what tests share. */
@NullMarked
package com.hekax.phone.calls;

import org.jspecify.annotations.NullMarked;
