/** Tests of how the bridge begins. */
@NullMarked
package com.hekax.phone.bridge;

import org.jspecify.annotations.NullMarked;
