/** {@code ./hekax rotate}: keys of a running product are changed without anybody noticing. */
@NullMarked
package com.hekax.phone.start.rotate;

import org.jspecify.annotations.NullMarked;
