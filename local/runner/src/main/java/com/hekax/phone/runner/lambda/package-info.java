/** Execution environments: what Lambda is to a function. */
@NullMarked
package com.hekax.phone.runner.lambda;

import org.jspecify.annotations.NullMarked;
