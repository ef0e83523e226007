@NullMarked
package com.hekax.phone.accounts.twostep;

import org.jspecify.annotations.NullMarked;
