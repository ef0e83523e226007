/** Measures the product on this machine: what {@code ./hekax bench} runs. It asserts nothing. */
@NullMarked
package com.hekax.phone.benchmarks;

import org.jspecify.annotations.NullMarked;
