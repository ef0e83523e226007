package com.hekax.phone.platform.secrets;

/** The system's own secrets. Each is a JSON object under a short name, for example {@code jwt}. */
public interface Secrets {

  /**
   * The secret, read as {@code type}. As long as its text stays the same, so does the instance:
   * what is expensive to make from it may be kept beside it.
   *
   * @param name without the stage's prefix
   * @throws SecretUnavailableException if there is no such secret, it cannot be read, or it does
   *     not have this shape
   */
  <T> T get(String name, Class<T> type);

  /**
   * The same, fetched anew if that was not done in the last half minute: for whoever met something
   * that the value in memory does not explain.
   *
   * @throws SecretUnavailableException as {@link #get}
   */
  default <T> T renewed(String name, Class<T> type) {
    return get(name, type);
  }
}
