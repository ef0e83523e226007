/** What operators see: one JSON line a fact, and metrics in the same stream. */
@NullMarked
package com.hekax.phone.platform.telemetry;

import org.jspecify.annotations.NullMarked;
