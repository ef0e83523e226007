/** The live link itself: it opens, says something, closes. */
@NullMarked
package com.hekax.phone.live.socket;

import org.jspecify.annotations.NullMarked;
