/** All the SQL of notifications. */
@NullMarked
package com.hekax.phone.notifications.store;

import org.jspecify.annotations.NullMarked;
