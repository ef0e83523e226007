package com.hekax.phone.sandbox.twilio.call;

import java.net.URI;
import java.util.Map;

/** Where the TwiML to run next comes from. */
public sealed interface Source {

  /**
   * A webhook of the product.
   *
   * @param form what it is told beside the standard parameters
   */
  record Fetch(URI url, String method, Map<String, String> form) implements Source {}

  /** A document that came with the request: its addresses are absolute. */
  record Inline(String twiml) implements Source {}
}
