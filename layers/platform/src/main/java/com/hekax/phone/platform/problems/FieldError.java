package com.hekax.phone.platform.problems;

/**
 * One field that was wrong.
 *
 * @param field path in the body such as {@code phones[0].number}, or a parameter's name
 */
public record FieldError(String field, String message) {}
