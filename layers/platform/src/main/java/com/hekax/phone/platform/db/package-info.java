/** Transactions: one organization each, or the system's across all. */
@NullMarked
package com.hekax.phone.platform.db;

import org.jspecify.annotations.NullMarked;
