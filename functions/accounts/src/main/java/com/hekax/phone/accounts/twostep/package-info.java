/** Signing in with a second step: an authenticator, or a recovery code when it is lost. */
@NullMarked
package com.hekax.phone.accounts.twostep;

import org.jspecify.annotations.NullMarked;
