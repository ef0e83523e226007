/** Tests of what the model says by the rules. */
@NullMarked
package com.hekax.phone.sandbox.openai.receptionist;

import org.jspecify.annotations.NullMarked;
