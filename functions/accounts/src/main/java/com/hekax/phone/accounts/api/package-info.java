/** The routes of sign-up, sign-in and oneself. */
@NullMarked
package com.hekax.phone.accounts.api;

import org.jspecify.annotations.NullMarked;
