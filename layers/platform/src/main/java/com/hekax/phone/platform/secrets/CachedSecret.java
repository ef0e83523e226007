package com.hekax.phone.platform.secrets;

import static com.hekax.phone.platform.telemetry.Field.field;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.hekax.phone.platform.telemetry.Log;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One secret and how old it is. The lock makes many readers of an old value wait for one fetch
 * instead of starting one each.
 */
final class CachedSecret {
  static final Duration FRESH = Duration.ofMinutes(5);

  /** How long after it was last fetched a value serves while it cannot be fetched again. */
  static final Duration USABLE = Duration.ofHours(1);

  /** A fetch that fails takes seconds, so not every request tries again. */
  static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(30);

  /** Whoever makes us doubt a value must not make us fetch it with each request. */
  static final Duration PAUSE_BETWEEN_RENEWALS = Duration.ofSeconds(30);

  private final String id;
  private final ObjectMapper json;
  private final InstantSource clock;
  private final Supplier<String> fetch;
  private final Map<Class<?>, Object> read = new HashMap<>();
  private Optional<String> text = Optional.empty();
  private Instant triedAt = Instant.MIN;
  private Instant fetchedAt = Instant.MIN;
  private Instant fetchAgainAt = Instant.MIN;

  CachedSecret(String id, ObjectMapper json, InstantSource clock, Supplier<String> fetch) {
    this.id = id;
    this.json = json;
    this.clock = clock;
    this.fetch = fetch;
  }

  synchronized <T> T as(Class<T> type) {
    var current = current();
    return type.cast(read.computeIfAbsent(type, _ -> parse(current, type)));
  }

  /** The value, fetched now unless somebody did so, or tried, within the pause. */
  synchronized <T> T renewed(Class<T> type) {
    var now = clock.instant();
    if (!now.isBefore(triedAt.plus(PAUSE_BETWEEN_RENEWALS))) {
      refresh(now);
    }
    return as(type);
  }

  private String current() {
    var now = clock.instant();
    if (text.isEmpty() || !now.isBefore(fetchAgainAt)) {
      refresh(now);
    }
    return text.orElseThrow();
  }

  private void refresh(Instant now) {
    triedAt = now;
    try {
      keep(fetch.get(), now);
    } catch (SecretUnavailableException e) {
      if (text.isEmpty() || !now.isBefore(fetchedAt.plus(USABLE))) {
        throw e;
      }
      fetchAgainAt = now.plus(PAUSE_AFTER_FAILURE);
      Log.warn("A secret could not be refreshed, its last value serves", e, field("secret", id));
    }
  }

  private void keep(String fetched, Instant now) {
    if (!text.equals(Optional.of(fetched))) {
      read.clear();
      text = Optional.of(fetched);
    }
    fetchedAt = now;
    fetchAgainAt = now.plus(FRESH);
  }

  /** Jackson's messages quote what they could not read, so only the place is told. */
  private Object parse(String value, Class<?> type) {
    try {
      var parsed = json.readValue(value, type);
      if (parsed == null) {
        throw new SecretUnavailableException("The secret " + id + " is empty");
      }
      return parsed;
    } catch (JsonMappingException e) {
      throw new SecretUnavailableException(
          "The secret %s is no %s: %s at %s"
              .formatted(
                  id, type.getSimpleName(), e.getClass().getSimpleName(), e.getPathReference()));
    } catch (JsonProcessingException e) {
      throw new SecretUnavailableException("The secret " + id + " is not JSON");
    }
  }
}
