/** What the bridge asks of the back end. */
@NullMarked
package com.hekax.phone.bridge.backend;

import org.jspecify.annotations.NullMarked;
