/** Keys by which programs of an organization ask. */
@NullMarked
package com.hekax.phone.accounts.keys;

import org.jspecify.annotations.NullMarked;
