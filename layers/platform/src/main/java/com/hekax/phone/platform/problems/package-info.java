/** What a caller must be told, as RFC 9457 problems. */
@NullMarked
package com.hekax.phone.platform.problems;

import org.jspecify.annotations.NullMarked;
