@NullMarked
package com.hekax.phone.runner.queues;

import org.jspecify.annotations.NullMarked;
