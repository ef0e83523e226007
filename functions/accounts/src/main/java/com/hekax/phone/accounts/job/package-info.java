/** What is done when its day has come. */
@NullMarked
package com.hekax.phone.accounts.job;

import org.jspecify.annotations.NullMarked;
