package com.hekax.phone.platform.tenancy;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a statement that does not name one organization, or code that runs such statements. Every
 * other DAO method takes the organization first; the architecture tests list the marked ones.
 */
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface AcrossOrganizations {
  /** Why it must. */
  String value();
}
