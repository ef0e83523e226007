package com.hekax.phone.bridge.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** Writes one JSON object. */
public final class JsonText {

  /** Writes the members of an object whose braces are written already. */
  @FunctionalInterface
  public interface Members {
    void write(JsonGenerator generator) throws IOException;
  }

  private JsonText() {}

  /** The object with these members. */
  public static String object(Members members) {
    var text = new StringWriter();
    try (var generator = JsonObject.FACTORY.createGenerator(text)) {
      generator.writeStartObject();
      members.write(generator);
      generator.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e); // a StringWriter does not fail
    }
    return text.toString();
  }

  /** Writes a member that is an object. */
  public static void object(JsonGenerator generator, String name, Members members)
      throws IOException {
    generator.writeObjectFieldStart(name);
    members.write(generator);
    generator.writeEndObject();
  }
}
