/** Tests of what happens in a call, as lists. */
@NullMarked
package com.hekax.phone.bridge.conversation;

import org.jspecify.annotations.NullMarked;
