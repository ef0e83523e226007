/** Ways in which the stand-in for OpenAI fails when it is told to. */
@NullMarked
package com.hekax.phone.sandbox.openai.faults;

import org.jspecify.annotations.NullMarked;
