package com.hekax.phone.receptionist;

import static com.hekax.phone.fixtures.TestRequest.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.hekax.phone.fixtures.DatabaseTest;
import com.hekax.phone.fixtures.Organization;
import com.hekax.phone.fixtures.TestFunction;
import com.hekax.phone.fixtures.TestResponse;
import com.hekax.phone.platform.json.Json;
import com.hekax.phone.platform.tenancy.Principal;
import com.hekax.phone.receptionist.api.CreateReceptionistFactHandler;
import com.hekax.phone.receptionist.api.GetReceptionistHandler;
import com.hekax.phone.receptionist.api.UpdateReceptionistHandler;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Businesses that say how their callers are received. */
@SuppressWarnings("this-escape") // As in the base: it hands out what needs no subclass.
public abstract class ReceptionistTest extends DatabaseTest {
  protected final TestFunction<GetReceptionistHandler> get = function(GetReceptionistHandler::new);
  protected final TestFunction<UpdateReceptionistHandler> update =
      function(UpdateReceptionistHandler::new);
  protected final TestFunction<CreateReceptionistFactHandler> createFact =
      function(CreateReceptionistFactHandler::new);

  @Override
  protected Map<String, String> moreSettings() {
    return Map.of("REALTIME_MODEL", "gpt-realtime-2.1", "TRANSCRIPTION_MODEL", "gpt-transcribe");
  }

  /** No business has said anything yet. */
  protected final void forgetEverything() {
    sql("delete from receptionist_snapshots");
    sql("delete from receptionist_facts");
    sql("delete from receptionists");
  }

  /** A whole body for a change on {@code version}, all of it different from the standard. */
  protected static Map<String, Object> settings(int version) {
    return new HashMap<>(
        Map.of(
            "version",
            version,
            "assistantName",
            "Max",
            "voice",
            "cedar",
            "language",
            "de",
            "greeting",
            "Rapid Plumbing, this is Max. What can I do for you?",
            "resumedGreeting",
            "I am back. What can I do for you?",
            "captureFields",
            List.of("EMAIL", "PHONE"),
            "instructions",
            "Be brief.",
            "transferPolicy",
            "NEVER",
            "limits",
            Map.of("maxCallSeconds", 600, "checkInAfterSeconds", 8, "checkIns", 1)));
  }

  protected final TestResponse update(Principal by, Map<String, ?> body) {
    return update.call(request().as(by).json(body));
  }

  protected final TestResponse addFact(Principal by, String topic, String answer) {
    return createFact.call(request().as(by).json(Map.of("topic", topic, "answer", answer)));
  }

  /** What calls of the organization are told now. */
  protected final JsonNode snapshot(Organization organization) {
    var row =
        rows(
                "select snapshot::text as snapshot from receptionist_read.snapshots where organization_id = ?",
                organization.id().value())
            .getFirst();
    return Json.tree(String.valueOf(row.get("snapshot")));
  }

  /** Does it so many times at once. */
  protected static <T> List<T> atOnce(int times, Callable<T> work) {
    try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
      var running = IntStream.range(0, times).mapToObj(_ -> people.submit(work)).toList();
      return running.stream().map(ReceptionistTest::join).toList();
    }
  }

  private static <T> T join(Future<T> future) {
    try {
      return future.get();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
