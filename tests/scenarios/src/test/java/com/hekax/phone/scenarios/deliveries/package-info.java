/** Deliveries that repeat, come late and out of order, and receivers that are down. */
@NullMarked
package com.hekax.phone.scenarios.deliveries;

import org.jspecify.annotations.NullMarked;
