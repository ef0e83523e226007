/** Routes: from a gateway's JSON to one question to the domain, and back. */
@NullMarked
package com.hekax.phone.platform.http;

import org.jspecify.annotations.NullMarked;
