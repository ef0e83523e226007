package com.hekax.phone.bridge.conversation;

import com.hekax.phone.bridge.conversation.Effect.DeleteItem;
import com.hekax.phone.bridge.conversation.Effect.TruncateItem;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the model has said and the caller has not heard: the model is made to forget it, or it would
 * go on as if it were known. Over a WebSocket nobody else does that.
 */
final class Unheard {
  private final Effects effects;
  private final Turns turns;
  private final Responses responses;

  /** Items of a response that has not ended; the model still writes them. */
  private final Set<String> unfinished = new LinkedHashSet<>();

  Unheard(Effects effects, Turns turns, Responses responses) {
    this.effects = effects;
    this.turns = turns;
    this.responses = responses;
  }

  /**
   * Takes back what was not played of these items.
   *
   * @param active the response that has not ended, if there is one
   */
  void takeBack(List<Cut> cuts, Optional<String> active) {
    cuts.forEach(cut -> takeBack(cut, active));
  }

  /** A response of which nothing is played any more has ended: deletes what of it was not heard. */
  void ended(ModelResponse response) {
    response.messages().stream().filter(item -> !turns.has(item)).forEach(unfinished::add);
    unfinished.forEach(item -> effects.add(new DeleteItem(item)));
    unfinished.clear();
  }

  /** The model's session is another now, which has nothing to forget. */
  void modelChanged() {
    unfinished.clear();
  }

  private void takeBack(Cut cut, Optional<String> active) {
    responses.discard(cut.responseId());
    if (cut.heardOut()) {
      turns.heardOut(cut.itemId(), cut.heardMs());
    } else if (cut.heardMs() >= 1) {
      turns.interrupted(cut.itemId(), cut.heardMs(), cut.sentMs());
      if (cut.known()) {
        effects.add(new TruncateItem(cut.itemId(), cut.contentIndex(), cut.heardMs()));
      }
    } else {
      turns.forget(cut.itemId());
      delete(cut, active);
    }
  }

  private void delete(Cut cut, Optional<String> active) {
    if (active.filter(cut.responseId()::equals).isPresent()) {
      unfinished.add(cut.itemId());
    } else if (cut.known()) {
      effects.add(new DeleteItem(cut.itemId()));
    }
  }
}
