/** What makes a receptionist for a new organization. */
@NullMarked
package com.hekax.phone.receptionist.worker;

import org.jspecify.annotations.NullMarked;
