package com.hekax.phone.platform.db;

import java.net.URI;
import java.util.function.UnaryOperator;

/**
 * Where the database is and how to sign in.
 *
 * @param url JDBC URL without user and password
 * @param passwordOf the password of a role, asked for at each connection: on AWS a token that lives
 *     fifteen minutes
 */
public record DatabaseSettings(String url, UnaryOperator<String> passwordOf) {

  /** The address in a JDBC URL such as {@code jdbc:postgresql://host:5432/hekax}. */
  public static URI address(String url) {
    return URI.create(url.substring("jdbc:".length()));
  }

  ConnectionSource connectAs(String role) {
    return new ConnectionSource(url, role, () -> passwordOf.apply(role));
  }
}
