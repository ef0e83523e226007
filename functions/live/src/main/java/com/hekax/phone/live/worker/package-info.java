/** What is sent over the live links. */
@NullMarked
package com.hekax.phone.live.worker;

import org.jspecify.annotations.NullMarked;
