package com.hekax.phone.bridge.simulation;

import com.hekax.phone.bridge.conversation.FunctionCall;
import com.hekax.phone.bridge.conversation.Purpose;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** What the model is about to say and ask for in one response. */
final class SimulatedResponse {
  private static final List<String> TOOLS =
      List.of("capture_lead", "look_up", "look_up", "no_such_tool", "transfer_call", "end_call");

  private final String id;
  private final Optional<Purpose> purpose;
  private final boolean mayUseTools;
  private final List<FunctionCall> calls = new ArrayList<>();
  private String item = "";
  private int chunks;

  SimulatedResponse(String id, Optional<Purpose> purpose, boolean mayUseTools) {
    this.id = id;
    this.purpose = purpose;
    this.mayUseTools = mayUseTools;
  }

  /** Decides what is said and asked for. */
  void draw(RandomGenerator random) {
    chunks = random.nextInt(1, 12);
    if (mayUseTools && random.nextInt(3) == 0) {
      for (int i = random.nextInt(1, 4); i > 0; i--) {
        var name = TOOLS.get(random.nextInt(TOOLS.size()));
        calls.add(new FunctionCall("call_" + id + "_" + i, name, "{}", random.nextInt(10) > 0));
      }
      if (random.nextBoolean()) {
        chunks = 0;
      }
    }
  }

  String id() {
    return id;
  }

  Optional<Purpose> purpose() {
    return purpose;
  }

  List<FunctionCall> calls() {
    return calls;
  }

  boolean speaks() {
    return chunks > 0 || !item.isEmpty();
  }

  void begin(String itemId) {
    item = itemId;
  }

  /** The item that it speaks in; empty before it does. */
  String item() {
    return item;
  }

  /** Whether there is more to say, which is then said. */
  boolean takeChunk() {
    return chunks-- > 0;
  }
}
