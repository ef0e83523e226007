/** Accounts: people, organizations, and the sessions they sign in with. */
@NullMarked
package com.hekax.phone.accounts;

import org.jspecify.annotations.NullMarked;
