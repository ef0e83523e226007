/** The routes of calls: those that people ask, and those that a call itself does. */
@NullMarked
package com.hekax.phone.calls.api;

import org.jspecify.annotations.NullMarked;
