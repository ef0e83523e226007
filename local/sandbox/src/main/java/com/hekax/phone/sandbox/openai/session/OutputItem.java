package com.hekax.phone.sandbox.openai.session;

/** An item of a response that is being made. */
sealed interface OutputItem permits Speech, Writing, FunctionCall {

  /** Makes it, a piece after the other, and then ends the response. */
  void begin();

  /** Leaves it as it is now; nothing happens if it is whole already. */
  void stop();
}
