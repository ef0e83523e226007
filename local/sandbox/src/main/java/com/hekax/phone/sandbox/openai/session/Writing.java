package com.hekax.phone.sandbox.openai.session;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.hekax.phone.sandbox.speech.Clip;

/** A written message, for sessions and responses without a voice. */
final class Writing implements OutputItem {
  private final Response response;
  private final String text;
  private final Item item = Item.answer();
  private boolean over;

  Writing(Response response, Clip clip) {
    this.response = response;
    this.text = clip.text();
  }

  @Override
  public void begin() {
    var events = response.stage().events();
    response.begin(item);
    var content = item.content("output_text").put("text", "");
    events.send("response.content_part.added", part(""));
    for (var piece : Pieces.words(text)) {
      events.send("response.output_text.delta", place().put("delta", piece));
    }
    content.put("text", text);
    stop();
    response.made(Response.Status.COMPLETED);
  }

  @Override
  public void stop() {
    if (over) {
      return;
    }
    over = true;
    var events = response.stage().events();
    events.send("response.output_text.done", place().put("text", text));
    events.send("response.content_part.done", part(text));
    response.done(item, true);
  }

  private ObjectNode part(String written) {
    var fields = place();
    fields.putObject("part").put("type", "text").put("text", written);
    return fields;
  }

  private ObjectNode place() {
    return response.about(item).put("content_index", 0);
  }
}
