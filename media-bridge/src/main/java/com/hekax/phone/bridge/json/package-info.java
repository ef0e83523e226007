/** JSON without object mapping. */
@NullMarked
package com.hekax.phone.bridge.json;

import org.jspecify.annotations.NullMarked;
