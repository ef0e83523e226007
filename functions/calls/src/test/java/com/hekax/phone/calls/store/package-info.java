/** How the SQL of calls is served. */
@NullMarked
package com.hekax.phone.calls.store;

import org.jspecify.annotations.NullMarked;
