/** Leads: people who want something from the business. */
@NullMarked
package com.hekax.phone.leads;

import org.jspecify.annotations.NullMarked;
