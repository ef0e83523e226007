/** Tests of what is said and heard on the line. */
@NullMarked
package com.hekax.phone.sandbox.speech;

import org.jspecify.annotations.NullMarked;
