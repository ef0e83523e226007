/** The receptionist: what it says, knows and may do, and what a call is told of that. */
@NullMarked
package com.hekax.phone.receptionist;

import org.jspecify.annotations.NullMarked;
