/** Opening an account: asked for by anybody, opened by who reads the mail to its address. */
@NullMarked
package com.hekax.phone.accounts.signup;

import org.jspecify.annotations.NullMarked;
