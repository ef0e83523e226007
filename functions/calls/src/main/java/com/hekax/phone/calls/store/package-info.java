/** All the SQL of calls. */
@NullMarked
package com.hekax.phone.calls.store;

import org.jspecify.annotations.NullMarked;
