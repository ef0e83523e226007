@NullMarked
package com.hekax.phone.runner.functions;

import org.jspecify.annotations.NullMarked;
