/**
 * What domains may know of each other: event records, ids and the names of published read views.
 */
@NullMarked
package com.hekax.phone.contracts;

import org.jspecify.annotations.NullMarked;
