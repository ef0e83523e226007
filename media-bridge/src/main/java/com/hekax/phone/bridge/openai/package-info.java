/** The events of OpenAI's Realtime API. */
@NullMarked
package com.hekax.phone.bridge.openai;

import org.jspecify.annotations.NullMarked;
