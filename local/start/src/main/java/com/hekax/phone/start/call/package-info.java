/** {@code ./hekax call}: somebody rings a business, and what becomes of it is told. */
@NullMarked
package com.hekax.phone.start.call;

import org.jspecify.annotations.NullMarked;
