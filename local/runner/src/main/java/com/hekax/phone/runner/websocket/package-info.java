/** WebSocket APIs and their connection management. */
@NullMarked
package com.hekax.phone.runner.websocket;

import org.jspecify.annotations.NullMarked;
