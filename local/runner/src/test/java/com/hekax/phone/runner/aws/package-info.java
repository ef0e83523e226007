@NullMarked
package com.hekax.phone.runner.aws;

import org.jspecify.annotations.NullMarked;
