/** The statements that tidy tables, whoever's rows are in them. */
@NullMarked
package com.hekax.phone.operations.store;

import org.jspecify.annotations.NullMarked;
