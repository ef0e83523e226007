package com.hekax.phone.accounts;

import java.util.List;
import java.util.Optional;

/**
 * What a person calls a device, from the {@code User-Agent} of its browser: {@code Firefox on
 * Windows}. Browsers say that they are each other, so the first mark that is found counts, and what
 * bears none is not guessed at.
 */
public final class DeviceName {
  private static final String UNKNOWN = "Unknown device";

  private record Mark(String text, String name) {}

  /** Before the browsers whose marks they bear as well. */
  private static final List<Mark> BROWSERS =
      List.of(
          new Mark("Edg", "Edge"),
          new Mark("OPR/", "Opera"),
          new Mark("SamsungBrowser/", "Samsung Internet"),
          new Mark("Firefox/", "Firefox"),
          new Mark("FxiOS/", "Firefox"),
          new Mark("CriOS/", "Chrome"),
          new Mark("Chrome/", "Chrome"),
          new Mark("Safari/", "Safari"));

  /** A telephone says more than the system it is made of. */
  private static final List<Mark> SYSTEMS =
      List.of(
          new Mark("iPhone", "iPhone"),
          new Mark("iPad", "iPad"),
          new Mark("Android", "Android"),
          new Mark("Windows", "Windows"),
          new Mark("CrOS", "ChromeOS"),
          new Mark("Mac OS X", "macOS"),
          new Mark("Linux", "Linux"));

  /** A few words for people. */
  public static String of(Optional<String> userAgent) {
    var text = userAgent.orElse("");
    var browser = find(BROWSERS, text);
    var system = find(SYSTEMS, text);
    return browser
        .map(name -> system.map(on -> name + " on " + on).orElse(name))
        .or(() -> system)
        .orElse(UNKNOWN);
  }

  private static Optional<String> find(List<Mark> marks, String text) {
    return marks.stream().filter(mark -> text.contains(mark.text())).map(Mark::name).findFirst();
  }

  private DeviceName() {}
}
