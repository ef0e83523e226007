/** Tests of what is asked of the back end, over HTTP. */
@NullMarked
package com.hekax.phone.bridge.backend;

import org.jspecify.annotations.NullMarked;
