/** The routes of the live link. */
@NullMarked
package com.hekax.phone.live.api;

import org.jspecify.annotations.NullMarked;
