package com.hekax.phone.scenarios;

import com.hekax.phone.start.Product;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives a {@link Product} to tests that leave it as they found it, the same to all: it starts with
 * the first of them and stops after the last.
 */
public final class SharedProduct implements ParameterResolver {

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Product.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    // The store closes it.
    return context
        .getRoot()
        .getStore(ExtensionContext.Namespace.create(SharedProduct.class))
        .computeIfAbsent(Product.class, _ -> start(), Product.class);
  }

  private static Product start() {
    try {
      return TestProduct.start();
    } catch (Exception e) {
      throw new AssertionError("The product did not start", e);
    }
  }
}
