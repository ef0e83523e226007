/** The sandbox's console: what arrived, and how to make a stand-in fail. */
@NullMarked
package com.hekax.phone.sandbox.console;

import org.jspecify.annotations.NullMarked;
