/** Sockets, timers and threads. */
@NullMarked
package com.hekax.phone.bridge.edge;

import org.jspecify.annotations.NullMarked;
