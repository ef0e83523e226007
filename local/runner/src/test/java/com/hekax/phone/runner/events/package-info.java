@NullMarked
package com.hekax.phone.runner.events;

import org.jspecify.annotations.NullMarked;
