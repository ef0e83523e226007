@NullMarked
package com.hekax.phone.accounts.job;

import org.jspecify.annotations.NullMarked;
