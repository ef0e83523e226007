/** How people choose, forget and change what they sign in with. */
@NullMarked
package com.hekax.phone.accounts.passwords;

import org.jspecify.annotations.NullMarked;
