/**
 * Requests of all kinds, right and wrong, by everybody: what none of them may do to the product.
 */
@NullMarked
package com.hekax.phone.scenarios.fuzz;

import org.jspecify.annotations.NullMarked;
