@NullMarked
package com.hekax.phone.runner.websocket;

import org.jspecify.annotations.NullMarked;
