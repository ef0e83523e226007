/** Queue consumers, and what is on its way to somebody outside. */
@NullMarked
package com.hekax.phone.platform.queues;

import org.jspecify.annotations.NullMarked;
