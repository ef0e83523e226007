/** Runs the SAM templates of the product on one machine. */
@NullMarked
package com.hekax.phone.runner;

import org.jspecify.annotations.NullMarked;
