/** What runs by the clock, and with each deployment. */
@NullMarked
package com.hekax.phone.operations.job;

import org.jspecify.annotations.NullMarked;
