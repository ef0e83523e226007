package com.hekax.phone.sandbox.hubspot;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

/** One business's HubSpot: its records, which only itself sees. */
final class Portal {
  private final long hubId;
  private final InstantSource clock;
  private final AtomicLong ids;
  private final Map<ObjectType, Map<Long, CrmRecord>> records = new EnumMap<>(ObjectType.class);
  private final Map<ObjectType, Set<String>> properties = new EnumMap<>(ObjectType.class);
  private final Set<Association> associations = new HashSet<>();

  private record Association(long call, long contact) {}

  Portal(long hubId, AtomicLong ids, InstantSource clock) {
    this.hubId = hubId;
    this.ids = ids;
    this.clock = clock;
    for (var type : ObjectType.values()) {
      records.put(type, new TreeMap<>());
      properties.put(type, new TreeSet<>(type.properties()));
    }
  }

  long hubId() {
    return hubId;
  }

  /** Adds a record. */
  synchronized CrmRecord create(ObjectType type, Map<String, String> values) {
    check(type, values);
    if (type == ObjectType.CALLS && !values.containsKey("hs_timestamp")) {
      throw HubSpotError.property(
          "hs_timestamp", "REQUIRED_FIELD", "hs_timestamp is a required property");
    }
    refuseTaken(type, values, 0);
    var now = clock.instant();
    var record = new CrmRecord(ids.incrementAndGet(), type, Map.of(), now, now).with(values, now);
    of(type).put(record.id(), record);
    return record;
  }

  /** Changes a record; an empty value empties a property. */
  synchronized CrmRecord change(ObjectType type, long id, Map<String, String> values) {
    check(type, values);
    var before = find(type, id).orElseThrow(HubSpotError::notFound);
    refuseTaken(type, values, id);
    var after = before.with(values, clock.instant());
    of(type).put(id, after);
    return after;
  }

  synchronized Optional<CrmRecord> find(ObjectType type, long id) {
    return Optional.ofNullable(of(type).get(id));
  }

  /** A contact by its address, which is one contact's alone; not case sensitive. */
  synchronized Optional<CrmRecord> byEmail(String email) {
    return of(ObjectType.CONTACTS).values().stream()
        .filter(contact -> contact.value("email").equalsIgnoreCase(email))
        .findFirst();
  }

  /** What fits and has been in the index for long enough. */
  synchronized List<CrmRecord> search(
      ObjectType type, Predicate<CrmRecord> filter, Duration indexLag) {
    Instant indexed = clock.instant().minus(indexLag);
    return of(type).values().stream()
        .filter(record -> !record.updatedAt().isAfter(indexed))
        .filter(filter)
        .toList();
  }

  /** All of a kind, oldest first. */
  synchronized List<CrmRecord> all(ObjectType type) {
    return List.copyOf(of(type).values());
  }

  synchronized void remove(ObjectType type, long id) {
    of(type).remove(id);
    associations.removeIf(one -> one.call() == id || one.contact() == id);
  }

  /** Puts a call in the history of a contact. */
  synchronized void associate(long call, long contact) {
    if (find(ObjectType.CALLS, call).isEmpty() || find(ObjectType.CONTACTS, contact).isEmpty()) {
      throw HubSpotError.notFound();
    }
    associations.add(new Association(call, contact));
  }

  synchronized List<Long> callsOf(long contact) {
    return associations.stream()
        .filter(one -> one.contact() == contact)
        .map(Association::call)
        .sorted()
        .toList();
  }

  synchronized List<Long> contactsOf(long call) {
    return associations.stream()
        .filter(one -> one.call() == call)
        .map(Association::contact)
        .sorted(Comparator.naturalOrder())
        .toList();
  }

  /** Adds a property of the portal's own; whether it is new. */
  synchronized boolean define(ObjectType type, String name) {
    return properties.getOrDefault(type, Set.of()).add(name);
  }

  synchronized boolean isDefined(ObjectType type, String name) {
    return properties.getOrDefault(type, Set.of()).contains(name);
  }

  private Map<Long, CrmRecord> of(ObjectType type) {
    return records.computeIfAbsent(type, _ -> new TreeMap<>());
  }

  private void check(ObjectType type, Map<String, String> values) {
    var unknown = new ArrayList<String>();
    values.forEach(
        (name, value) -> {
          if (!isDefined(type, name)) {
            unknown.add(name);
          } else if (ObjectType.READ_ONLY.contains(name)) {
            throw HubSpotError.property(
                name, "READ_ONLY_VALUE", "\"" + name + "\" is a read only property");
          } else {
            PropertyRules.check(type, name, value);
          }
        });
    if (!unknown.isEmpty()) {
      var name = unknown.getFirst();
      throw HubSpotError.property(
          name, "PROPERTY_DOESNT_EXIST", "Property \"" + name + "\" does not exist");
    }
  }

  private void refuseTaken(ObjectType type, Map<String, String> values, long self) {
    var email = values.getOrDefault("email", "");
    if (type == ObjectType.CONTACTS && !email.isEmpty()) {
      byEmail(email)
          .filter(other -> other.id() != self)
          .ifPresent(
              other -> {
                throw HubSpotError.of(
                    409, "CONFLICT", "Contact already exists. Existing ID: " + other.id());
              });
    }
  }
}
