/** What runs by the clock. */
@NullMarked
package com.hekax.phone.platform.jobs;

import org.jspecify.annotations.NullMarked;
