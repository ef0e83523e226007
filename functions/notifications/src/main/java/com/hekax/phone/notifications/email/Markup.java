package com.hekax.phone.notifications.email;

import com.google.errorprone.annotations.CompileTimeConstant;

/**
 * HTML. It is made of constants and of texts, which are escaped here and nowhere else, so that what
 * a caller says is never read as HTML.
 */
record Markup(String html) {
  static final Markup NOTHING = new Markup("");

  private static final String HOLE = "{}";

  /**
   * The template with its holes filled.
   *
   * @param template HTML with a {@code {}} for each part; inside a tag only between double quotes
   * @param parts a {@link Markup} as it is, everything else as text
   */
  static Markup of(@CompileTimeConstant String template, Object... parts) {
    var html = new StringBuilder();
    int from = 0;
    for (var part : parts) {
      int hole = template.indexOf(HOLE, from);
      if (hole < 0) {
        throw new IllegalArgumentException("More parts than holes");
      }
      html.append(template, from, hole);
      html.append(part instanceof Markup markup ? markup.html() : escaped(part.toString()));
      from = hole + HOLE.length();
    }
    if (template.indexOf(HOLE, from) >= 0) {
      throw new IllegalArgumentException("More holes than parts");
    }
    return new Markup(html.append(template, from, template.length()).toString());
  }

  Markup and(Markup other) {
    return new Markup(html + other.html());
  }

  private static String escaped(String text) {
    var escaped = new StringBuilder(text.length());
    text.chars()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.append((char) c);
              }
            });
    return escaped.toString();
  }
}
