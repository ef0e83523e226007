@NullMarked
package com.hekax.phone.operations;

import org.jspecify.annotations.NullMarked;
