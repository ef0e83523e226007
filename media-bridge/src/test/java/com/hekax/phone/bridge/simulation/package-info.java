/** Whole calls under virtual time: everything around the conversation is simulated. */
@NullMarked
package com.hekax.phone.bridge.simulation;

import org.jspecify.annotations.NullMarked;
