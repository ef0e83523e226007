/** Tests of the whole bridge over real sockets. */
@NullMarked
package com.hekax.phone.bridge.edge;

import org.jspecify.annotations.NullMarked;
