/** The routes of calls, as they are asked. */
@NullMarked
package com.hekax.phone.calls.api;

import org.jspecify.annotations.NullMarked;
