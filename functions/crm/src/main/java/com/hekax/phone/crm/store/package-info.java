/** All SQL of the domain. */
@NullMarked
package com.hekax.phone.crm.store;

import org.jspecify.annotations.NullMarked;
