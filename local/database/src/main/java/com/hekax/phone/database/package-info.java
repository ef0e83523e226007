/** PostgreSQL for one machine: the product's local stack and its tests. */
@NullMarked
package com.hekax.phone.database;

import org.jspecify.annotations.NullMarked;
