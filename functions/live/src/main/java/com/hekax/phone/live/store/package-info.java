/** All the SQL of live. */
@NullMarked
package com.hekax.phone.live.store;

import org.jspecify.annotations.NullMarked;
