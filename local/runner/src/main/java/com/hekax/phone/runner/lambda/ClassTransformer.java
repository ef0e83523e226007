package com.hekax.phone.runner.lambda;

/**
 * Changes the code of functions as it is loaded. Tests use it to break the product on purpose and
 * see that somebody notices.
 */
@FunctionalInterface
public interface ClassTransformer {
  ClassTransformer NONE = (className, code) -> code;

  /**
   * Gives the code to load.
   *
   * @param className with dots
   * @param code the class file as it was built
   */
  byte[] transform(String className, byte[] code);
}
