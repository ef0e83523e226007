@NullMarked
package com.hekax.phone.runner.lambda;

import org.jspecify.annotations.NullMarked;
