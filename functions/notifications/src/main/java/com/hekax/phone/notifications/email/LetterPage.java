package com.hekax.phone.notifications.email;

/**
 * A letter as HTML for mail programs: tables and styles in the tags, because some know nothing
 * else, no image, and colours of its own for dark screens.
 */
final class LetterPage {

  static String of(Letter letter, Footer footer) {
    return Markup.of(
            """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta name="supported-color-schemes" content="light dark">
            <title>{}</title>
            <style>
            :root { color-scheme: light dark; supported-color-schemes: light dark; }
            @media (prefers-color-scheme: dark) {
              .page { background: #0e131a !important; }
              .card { background: #18202a !important; border-color: #303b49 !important; }
              .ink { color: #eef2f6 !important; }
              .soft { color: #a9b4c2 !important; }
              .quote { border-color: #4c8dff !important; }
            }
            </style>
            </head>
            <body class="page" style="margin:0;padding:0;background:#f2f4f7">
            <div style="display:none;max-height:0;overflow:hidden">{}</div>
            <table class="page" role="presentation" width="100%" cellpadding="0" cellspacing="0" style="background:#f2f4f7">
            <tr><td align="center" style="padding:24px 12px">
            <table class="card" role="presentation" width="100%" cellpadding="0" cellspacing="0"
              style="max-width:560px;background:#ffffff;border:1px solid #d9dee5;border-radius:12px;font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif">
            <tr><td style="padding:28px 28px 24px">
            <h1 class="ink" style="margin:0 0 8px;font-size:22px;line-height:28px;color:#161b22">{}</h1>
            <p class="soft" style="margin:0 0 20px;font-size:15px;line-height:22px;color:#5a6472">{}</p>
            {}{}{}
            </td></tr></table>
            <p class="soft" style="max-width:560px;margin:16px 0 0;font:13px/20px -apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;color:#5a6472">
            {}{}</p>
            </td></tr></table>
            </body>
            </html>
            """,
            letter.subject(),
            letter.quote().orElse(letter.intro()),
            letter.heading(),
            letter.intro(),
            quote(letter),
            facts(letter),
            button(letter),
            footer.reason(),
            preferences(footer))
        .html();
  }

  private static Markup quote(Letter letter) {
    return letter
        .quote()
        .map(
            words ->
                Markup.of(
                    """
                    <p class="ink quote" style="margin:0 0 20px;padding:2px 0 2px 14px;border-left:3px solid #2563eb;font-size:16px;line-height:24px;color:#161b22;white-space:pre-line">{}</p>
                    """,
                    words))
        .orElse(Markup.NOTHING);
  }

  private static Markup facts(Letter letter) {
    if (letter.facts().isEmpty()) {
      return Markup.NOTHING;
    }
    var rows = letter.facts().stream().map(LetterPage::row).reduce(Markup.NOTHING, Markup::and);
    return Markup.of(
        """
        <table role="presentation" cellpadding="0" cellspacing="0" style="margin:0 0 24px;font-size:15px;line-height:22px">{}</table>
        """,
        rows);
  }

  private static Markup row(Fact fact) {
    var text =
        fact.link()
            .map(
                link ->
                    Markup.of(
                        """
                        <a class="ink" href="{}" style="color:#161b22">{}</a>""",
                        link,
                        fact.text()))
            .orElseGet(() -> Markup.of("{}", fact.text()));
    return Markup.of(
        """
        <tr><td class="soft" valign="top" style="padding:3px 16px 3px 0;color:#5a6472">{}</td><td class="ink" style="padding:3px 0;color:#161b22">{}</td></tr>
        """,
        fact.label(),
        text);
  }

  private static Markup button(Letter letter) {
    return letter
        .button()
        .map(
            button ->
                Markup.of(
                    """
                    <table role="presentation" cellpadding="0" cellspacing="0"><tr><td bgcolor="#2563eb" style="border-radius:8px">
                    <a href="{}" style="display:inline-block;padding:12px 22px;font-size:16px;line-height:20px;font-weight:600;color:#ffffff;text-decoration:none">{}</a>
                    </td></tr></table>
                    """,
                    button.link(),
                    button.text()))
        .orElse(Markup.NOTHING);
  }

  private static Markup preferences(Footer footer) {
    return footer
        .preferencesUrl()
        .map(
            url ->
                Markup.of(
                    """
                     <a class="soft" href="{}" style="color:#5a6472">Choose what you are told of</a>""",
                    url))
        .orElse(Markup.NOTHING);
  }

  private LetterPage() {}
}
