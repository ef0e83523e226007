/** The routes over leads. */
@NullMarked
package com.hekax.phone.leads.api;

import org.jspecify.annotations.NullMarked;
