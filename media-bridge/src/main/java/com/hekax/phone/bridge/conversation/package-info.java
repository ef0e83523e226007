/** What happens in a call: signals in, effects out, and nothing else. */
@NullMarked
package com.hekax.phone.bridge.conversation;

import org.jspecify.annotations.NullMarked;
