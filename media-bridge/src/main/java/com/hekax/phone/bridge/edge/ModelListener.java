package com.hekax.phone.bridge.edge;

/** Hears what becomes of a socket to the model; always on the call's event loop. */
interface ModelListener {

  /** An event arrived. */
  void event(ModelSocket socket, String json);

  /** All that has arrived for now was told. */
  void pause();

  /**
   * The socket could not be opened.
   *
   * @param status of HTTP; 0 when there was no answer
   */
  void refused(ModelSocket socket, int status);

  /** The socket was open and is not any more. */
  void lost(ModelSocket socket);
}
