package com.hekax.phone.runner.template;

/** The template says something that the runner does not know or cannot do. */
public final class TemplateException extends RuntimeException {
  public TemplateException(String message) {
    super(message);
  }
}
