/** The audio formats of the Realtime API, to and from what a telephone line carries. */
@NullMarked
package com.hekax.phone.sandbox.openai.audio;

import org.jspecify.annotations.NullMarked;
