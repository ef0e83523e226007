@NullMarked
package com.hekax.phone.operations.job;

import org.jspecify.annotations.NullMarked;
