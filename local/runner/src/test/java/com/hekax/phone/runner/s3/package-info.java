@NullMarked
package com.hekax.phone.runner.s3;

import org.jspecify.annotations.NullMarked;
