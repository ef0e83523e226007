/** Starts the whole product on one machine: database, stand-ins, functions, demo data. */
@NullMarked
package com.hekax.phone.start;

import org.jspecify.annotations.NullMarked;
