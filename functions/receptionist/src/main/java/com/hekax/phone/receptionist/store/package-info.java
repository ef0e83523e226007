/** All the SQL of the receptionist. */
@NullMarked
package com.hekax.phone.receptionist.store;

import org.jspecify.annotations.NullMarked;
