/** Nobody sees what is not theirs: probes made from the routes and the schema. */
@NullMarked
package com.hekax.phone.scenarios.isolation;

import org.jspecify.annotations.NullMarked;
