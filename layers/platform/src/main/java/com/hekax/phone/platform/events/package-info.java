/** Events: written with the change that makes them true, published after it. */
@NullMarked
package com.hekax.phone.platform.events;

import org.jspecify.annotations.NullMarked;
