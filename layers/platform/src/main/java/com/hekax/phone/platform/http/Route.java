package com.hekax.phone.platform.http;

import com.hekax.phone.platform.tenancy.Permission;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The route that a handler answers, exactly as its template and the API document name it, and the
 * permission it needs. A test holds the three together.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Route {
  /** Method and full path, for example {@code GET /api/leads/{leadId}}. */
  String value();

  Permission needs();
}
