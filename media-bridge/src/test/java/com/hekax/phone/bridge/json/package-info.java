/** Tests of reading JSON. */
@NullMarked
package com.hekax.phone.bridge.json;

import org.jspecify.annotations.NullMarked;
