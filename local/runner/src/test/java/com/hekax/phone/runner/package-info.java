@NullMarked
package com.hekax.phone.runner;

import org.jspecify.annotations.NullMarked;
