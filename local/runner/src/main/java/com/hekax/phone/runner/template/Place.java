package com.hekax.phone.runner.template;

/** Where something stands in a template, for errors that lead the reader straight to it. */
public record Place(String file, String logicalId, int line) {

  TemplateException error(String message) {
    return new TemplateException(this + ": " + message);
  }

  @Override
  public String toString() {
    return file + ":" + line + (logicalId.isEmpty() ? "" : " " + logicalId);
  }
}
