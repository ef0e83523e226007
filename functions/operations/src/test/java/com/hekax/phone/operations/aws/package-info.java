@NullMarked
package com.hekax.phone.operations.aws;

import org.jspecify.annotations.NullMarked;
