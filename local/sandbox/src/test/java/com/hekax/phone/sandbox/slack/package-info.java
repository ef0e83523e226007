@NullMarked
package com.hekax.phone.sandbox.slack;

import org.jspecify.annotations.NullMarked;
