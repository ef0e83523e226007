/** The shape of what a client may send, and of what is said back. */
@NullMarked
package com.hekax.phone.sandbox.openai.wire;

import org.jspecify.annotations.NullMarked;
