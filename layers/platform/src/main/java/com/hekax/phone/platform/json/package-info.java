/** The one way JSON is read and written. */
@NullMarked
package com.hekax.phone.platform.json;

import org.jspecify.annotations.NullMarked;
