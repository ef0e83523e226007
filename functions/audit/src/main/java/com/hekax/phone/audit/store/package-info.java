/** The SQL of this domain. */
@NullMarked
package com.hekax.phone.audit.store;

import org.jspecify.annotations.NullMarked;
