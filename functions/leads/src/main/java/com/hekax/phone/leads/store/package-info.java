/** All the SQL of leads. */
@NullMarked
package com.hekax.phone.leads.store;

import org.jspecify.annotations.NullMarked;
