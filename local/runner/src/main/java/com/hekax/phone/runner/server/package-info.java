/** What the runner's HTTP servers have in common. */
@NullMarked
package com.hekax.phone.runner.server;

import org.jspecify.annotations.NullMarked;
