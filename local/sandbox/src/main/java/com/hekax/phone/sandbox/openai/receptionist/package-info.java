/** What the model says and does: rules, and no code that knows a conversation. */
@NullMarked
package com.hekax.phone.sandbox.openai.receptionist;

import org.jspecify.annotations.NullMarked;
