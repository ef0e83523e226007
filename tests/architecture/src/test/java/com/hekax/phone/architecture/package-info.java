/** Rules over all code and all templates: what a reviewer's eye would miss. */
@NullMarked
package com.hekax.phone.architecture;

import org.jspecify.annotations.NullMarked;
