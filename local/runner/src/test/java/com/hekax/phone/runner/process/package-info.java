@NullMarked
package com.hekax.phone.runner.process;

import org.jspecify.annotations.NullMarked;
