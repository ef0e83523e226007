package com.hekax.phone.sandbox.twilio.call;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What happened in a call, in order. */
public final class Timeline {
  private final long start = System.nanoTime();
  private final List<Entry> entries = new ArrayList<>();

  /**
   * One thing that happened.
   *
   * @param atMillis since the call began
   */
  public record Entry(long atMillis, String kind, @JsonAnyGetter Map<String, ?> details) {}

  public void add(String kind, Map<String, ?> details) {
    var copy = Collections.unmodifiableMap(new LinkedHashMap<>(details));
    synchronized (entries) {
      entries.add(new Entry((System.nanoTime() - start) / 1_000_000, kind, copy));
    }
  }

  public List<Entry> entries() {
    synchronized (entries) {
      return List.copyOf(entries);
    }
  }
}
