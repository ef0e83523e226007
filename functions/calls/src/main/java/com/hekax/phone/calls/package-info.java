/** Calls: what was said in each, what happened, and what it led to. */
@NullMarked
package com.hekax.phone.calls;

import org.jspecify.annotations.NullMarked;
