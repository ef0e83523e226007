/** Work done before a snapshot of a function is taken, and undone after it is restored. */
@NullMarked
package com.hekax.phone.platform.priming;

import org.jspecify.annotations.NullMarked;
