/** The AWS APIs that functions call, behind one address. */
@NullMarked
package com.hekax.phone.runner.aws;

import org.jspecify.annotations.NullMarked;
