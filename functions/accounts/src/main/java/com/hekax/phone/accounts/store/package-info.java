/** All the SQL of accounts. */
@NullMarked
package com.hekax.phone.accounts.store;

import org.jspecify.annotations.NullMarked;
