/**
 * Stand-ins for everybody outside: vendors, mail, receivers of webhooks. They speak the real wire
 * formats.
 */
@NullMarked
package com.hekax.phone.sandbox;

import org.jspecify.annotations.NullMarked;
