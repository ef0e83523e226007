/** Tests of the model's events. */
@NullMarked
package com.hekax.phone.bridge.openai;

import org.jspecify.annotations.NullMarked;
