/** How often somebody may ask. */
@NullMarked
package com.hekax.phone.platform.limits;

import org.jspecify.annotations.NullMarked;
