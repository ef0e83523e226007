/** The whole product, as its users meet it. */
@NullMarked
package com.hekax.phone.scenarios;

import org.jspecify.annotations.NullMarked;
