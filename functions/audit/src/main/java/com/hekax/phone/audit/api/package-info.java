/** The routes of this domain. */
@NullMarked
package com.hekax.phone.audit.api;

import org.jspecify.annotations.NullMarked;
