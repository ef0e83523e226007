package com.hekax.phone.sandbox.console;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerResponse;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Plain pages for the console. */
public final class Html {
  /** Answers with a page; the content is HTML already. */
  public static void send(ServerResponse response, String title, String content) {
    response
        .header(HeaderNames.CONTENT_TYPE, "text/html; charset=utf-8")
        .send(
            """
            <!doctype html><html lang="en"><meta charset="utf-8"><title>%1$s</title>
            <style>
              body { font: 14px/20px system-ui, sans-serif; margin: 24px; color: #161b22; }
              table { border-collapse: collapse; } th, td { text-align: left; vertical-align: top; padding: 6px 12px; border-bottom: 1px solid #d5dae1; }
              td:last-child { font-family: ui-monospace, monospace; white-space: pre-wrap; overflow-wrap: anywhere; }
            </style>
            <h1>%1$s</h1>%2$s</html>
            """
                .formatted(escaped(title), content));
  }

  /** A table row of texts. */
  public static String row(String... cells) {
    return Arrays.stream(cells)
        .map(cell -> "<td>" + escaped(cell))
        .collect(Collectors.joining("", "<tr>", "</tr>"));
  }

  /** Text as it stands in HTML, also between quotes. */
  public static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  private Html() {}
}
