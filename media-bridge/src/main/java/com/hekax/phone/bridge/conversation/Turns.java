package com.hekax.phone.bridge.conversation;

import com.hekax.phone.bridge.conversation.Effect.SaveTurn;
import com.hekax.phone.bridge.conversation.Item.AssistantText;
import com.hekax.phone.bridge.conversation.Item.CallerText;
import com.hekax.phone.bridge.conversation.Turn.Speaker;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What was said in a call, in the order in which it was spoken. The words of a caller are known
 * after the answer to them has begun, so the order comes from the items and never from when their
 * words arrive. A turn whose place changes is saved again.
 */
final class Turns {
  /** So much of it is told to a model that takes over. */
  private static final int HISTORY = 20;

  private final Effects effects;
  private final List<String> order = new ArrayList<>();
  private final Map<String, TurnDraft> drafts = new HashMap<>();

  Turns(Effects effects) {
    this.effects = effects;
  }

  /** An item was put into the conversation after another one, or at its end. */
  void placed(String itemId, Optional<String> previousItemId) {
    if (order.contains(itemId)) {
      return;
    }
    int previous = previousItemId.map(order::indexOf).orElse(-1);
    order.add(previous < 0 ? order.size() : previous + 1, itemId);
  }

  void callerSpoke(String itemId, Instant at) {
    begin(itemId, Speaker.CALLER, at);
  }

  /** What the caller said; empty when it could not be understood. */
  void callerText(String itemId, String text) {
    with(itemId, draft -> draft.setText(text));
  }

  /** The assistant's item is being played. */
  void assistantSpeaks(String itemId, Instant at) {
    begin(itemId, Speaker.ASSISTANT, at);
  }

  void assistantText(String itemId, String more) {
    with(itemId, draft -> draft.addText(more));
  }

  void assistantTextDone(String itemId, String text) {
    with(itemId, draft -> draft.setText(text));
  }

  void heardOut(String itemId, int ms) {
    with(itemId, draft -> draft.heardOut(ms));
  }

  void interrupted(String itemId, int heardMs, int sentMs) {
    with(itemId, draft -> draft.interrupted(heardMs, sentMs));
  }

  /** It was never heard, and the model has been told to forget it. */
  void forget(String itemId) {
    if (drafts.remove(itemId) != null) {
      order.remove(itemId);
      save();
    }
  }

  /** Whether anything of the item was played. */
  boolean has(String itemId) {
    return drafts.containsKey(itemId);
  }

  /** Nothing more comes: saves what is known. */
  void close() {
    drafts.values().forEach(TurnDraft::close);
    save();
  }

  /** Whether the caller had the last word. */
  boolean endWithCaller() {
    var spoken = spoken();
    return !spoken.isEmpty() && spoken.getLast().speaker == Speaker.CALLER;
  }

  /** The end of the conversation so far, for a model that does not know it. */
  List<Item> history() {
    var spoken = spoken().stream().filter(draft -> !draft.spoken().isBlank()).toList();
    return spoken.stream().skip(Math.max(0, spoken.size() - HISTORY)).map(Turns::item).toList();
  }

  private static Item item(TurnDraft draft) {
    return switch (draft.speaker) {
      case CALLER -> new CallerText(draft.spoken());
      case ASSISTANT -> new AssistantText(draft.spoken());
    };
  }

  private List<TurnDraft> spoken() {
    return order.stream()
        .map(drafts::get)
        .<TurnDraft>mapMulti((draft, next) -> Optional.ofNullable(draft).ifPresent(next))
        .toList();
  }

  private void begin(String itemId, Speaker speaker, Instant at) {
    placed(itemId, Optional.empty());
    if (drafts.putIfAbsent(itemId, new TurnDraft(itemId, speaker, at)) == null) {
      save();
    }
  }

  private void with(String itemId, Consumer<TurnDraft> change) {
    var draft = drafts.get(itemId);
    if (draft != null) {
      change.accept(draft);
      save();
    }
  }

  private void save() {
    int position = 0;
    for (var draft : spoken()) {
      draft.takeIfChanged(position).map(SaveTurn::new).ifPresent(effects::add);
      position++;
    }
  }
}
