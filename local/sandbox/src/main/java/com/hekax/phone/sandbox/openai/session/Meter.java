package com.hekax.phone.sandbox.openai.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.hekax.phone.sandbox.openai.wire.Json;
import java.util.ArrayList;
import java.util.List;

/**
 * Counts tokens as they are billed ("Managing costs", read 2026-11-22): a caller's audio is one for
 * 100 ms, the assistant's one for 50 ms, text about one for four characters. Each response pays for
 * the whole context again; what begins as the context before it did counts as cached.
 */
final class Meter {
  /** The cache works in blocks of so many tokens. */
  private static final int BLOCK = 64;

  private List<Counted> before = List.of();

  /** Tokens of text and of audio. */
  record Tokens(int text, int audio) {
    Tokens plus(Tokens other) {
      return new Tokens(text + other.text, audio + other.audio);
    }

    private Tokens wholeBlocks() {
      return new Tokens(text / BLOCK * BLOCK, audio / BLOCK * BLOCK);
    }
  }

  /**
   * What a response starts with.
   *
   * @param cached part of {@code all}
   */
  record Input(Tokens all, Tokens cached) {}

  private record Counted(String what, Tokens tokens) {}

  /** What the model reads for a response. */
  Input input(String instructions, List<JsonNode> tools, List<Item> items) {
    var now = new ArrayList<Counted>();
    now.add(new Counted(instructions, text(instructions.length())));
    tools.forEach(tool -> now.add(new Counted(Json.write(tool), text(Json.write(tool).length()))));
    items.forEach(item -> now.add(new Counted(item.id(), of(item))));
    var all = now.stream().map(Counted::tokens).reduce(new Tokens(0, 0), Tokens::plus);
    var same = new Tokens(0, 0);
    for (int i = 0; i < Math.min(now.size(), before.size()); i++) {
      if (!now.get(i).equals(before.get(i))) {
        break;
      }
      same = same.plus(now.get(i).tokens());
    }
    before = List.copyOf(now);
    return new Input(all, same.wholeBlocks());
  }

  /** What an item costs each time it is read, and the first time it is written. */
  static Tokens of(Item item) {
    int characters =
        item.part().path("text").asText().length()
            + item.field("arguments").length()
            + item.field("output").length();
    if (item.role().equals("assistant")) {
      characters += item.part().path("transcript").asText().length();
      return text(characters).plus(new Tokens(0, (int) (item.audioMs() + 49) / 50));
    }
    return text(characters).plus(new Tokens(0, (int) (item.audioMs() + 99) / 100));
  }

  /** The usage of a response, as {@code response.done} says it. */
  static ObjectNode usage(Input input, List<Item> output) {
    var written = output.stream().map(Meter::of).reduce(new Tokens(0, 0), Tokens::plus);
    int in = input.all().text() + input.all().audio();
    int out = written.text() + written.audio();
    var usage =
        Json.object()
            .put("total_tokens", in + out)
            .put("input_tokens", in)
            .put("output_tokens", out);
    var details =
        tokens(usage.putObject("input_token_details"), input.all()).put("image_tokens", 0);
    details.put("cached_tokens", input.cached().text() + input.cached().audio());
    tokens(details.putObject("cached_tokens_details"), input.cached()).put("image_tokens", 0);
    tokens(usage.putObject("output_token_details"), written);
    return usage;
  }

  static Tokens text(int characters) {
    return new Tokens((characters + 3) / 4, 0);
  }

  private static ObjectNode tokens(ObjectNode into, Tokens tokens) {
    return into.put("text_tokens", tokens.text()).put("audio_tokens", tokens.audio());
  }
}
