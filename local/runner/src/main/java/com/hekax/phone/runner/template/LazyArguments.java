package com.hekax.phone.runner.template;

import com.hekax.phone.runner.template.TemplateValue.Nothing;
import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a stack hands to a nested one: worked out in the outer stack when the inner one asks,
 * because it may be an output of a third.
 */
final class LazyArguments extends AbstractMap<String, TemplateValue> {
  private final Map<String, TemplateValue> written;
  private final Intrinsics outer;

  LazyArguments(Map<String, TemplateValue> written, Intrinsics outer) {
    this.written = written;
    this.outer = outer;
  }

  @Override
  public @Nullable TemplateValue get(Object name) {
    var value = written.get(name);
    if (value == null) {
      return null;
    }
    var resolved = outer.resolve(value);
    return resolved instanceof Nothing ? null : resolved;
  }

  /** The arguments as they were written. */
  @Override
  public Set<Entry<String, TemplateValue>> entrySet() {
    return written.entrySet();
  }
}
