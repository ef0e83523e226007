/** Live: what changes, on every open dashboard at once. */
@NullMarked
package com.hekax.phone.live;

import org.jspecify.annotations.NullMarked;
