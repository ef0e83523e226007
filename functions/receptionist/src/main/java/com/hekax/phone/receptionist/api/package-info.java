/** The routes over the receptionist, and its tool. */
@NullMarked
package com.hekax.phone.receptionist.api;

import org.jspecify.annotations.NullMarked;
