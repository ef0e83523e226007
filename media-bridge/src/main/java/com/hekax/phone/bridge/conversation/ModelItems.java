package com.hekax.phone.bridge.conversation;

import com.hekax.phone.bridge.conversation.Effect.AddItem;
import java.util.ArrayList;
import java.util.List;

/** What is put into the model's conversation; it waits while there is no session to put it into. */
final class ModelItems {
  private final Effects effects;
  private final List<Item> waiting = new ArrayList<>();
  private boolean open;

  ModelItems(Effects effects) {
    this.effects = effects;
  }

  void add(Item item) {
    if (open) {
      effects.add(new AddItem(item));
    } else {
      waiting.add(item);
    }
  }

  /** There is a session: it first gets what it should remember, then what waited. */
  void open(List<Item> memory) {
    open = true;
    memory.forEach(this::add);
    waiting.forEach(this::add);
    waiting.clear();
  }

  void close() {
    open = false;
  }
}
