/** Secrets of organizations, sealed so that only their owner's rows can be opened. */
@NullMarked
package com.hekax.phone.platform.crypto;

import org.jspecify.annotations.NullMarked;
