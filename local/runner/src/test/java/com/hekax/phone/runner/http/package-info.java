@NullMarked
package com.hekax.phone.runner.http;

import org.jspecify.annotations.NullMarked;
