/** EventBridge Scheduler. */
@NullMarked
package com.hekax.phone.runner.schedules;

import org.jspecify.annotations.NullMarked;
