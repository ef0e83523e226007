/**
 * OpenAI Realtime over WebSocket as it answers since its general availability, with a rule file for
 * a model.
 */
@NullMarked
package com.hekax.phone.sandbox.openai;

import org.jspecify.annotations.NullMarked;
