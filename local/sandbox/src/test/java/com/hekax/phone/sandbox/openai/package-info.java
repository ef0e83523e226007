/** Tests of the stand-in for OpenAI over real sockets. */
@NullMarked
package com.hekax.phone.sandbox.openai;

import org.jspecify.annotations.NullMarked;
