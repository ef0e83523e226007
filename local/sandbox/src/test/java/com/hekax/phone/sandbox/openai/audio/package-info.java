/** Tests of audio formats. */
@NullMarked
package com.hekax.phone.sandbox.openai.audio;

import org.jspecify.annotations.NullMarked;
