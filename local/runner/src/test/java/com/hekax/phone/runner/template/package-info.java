@NullMarked
package com.hekax.phone.runner.template;

import org.jspecify.annotations.NullMarked;
