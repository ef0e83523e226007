package com.hekax.phone.sandbox.speech;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * All that can be said and understood. Recognition is exact, so it proves the line: who is
 * understood was carried byte for byte, in order, with nothing lost and nothing added.
 */
public final class Clips {
  private final List<Clip> all;
  private final Map<String, Clip> byId = new HashMap<>();
  private final Map<String, Clip> byWords = new HashMap<>();
  private final Map<ByteBuffer, Clip> byAudio = new HashMap<>();

  Clips(List<Clip> clips) {
    all = List.copyOf(clips);
    for (var clip : all) {
      byId.put(clip.id(), clip);
      byWords.put(words(clip.text()), clip);
      byAudio.put(ByteBuffer.wrap(clip.mulaw()), clip);
    }
  }

  /** Those that come with the sandbox; {@code clips.tsv} lists them. */
  public static Clips bundled() {
    return Bundled.CLIPS;
  }

  public List<Clip> all() {
    return all;
  }

  public Optional<Clip> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** The clip of a text; capitals, spaces and punctuation do not count. */
  public Optional<Clip> saying(String text) {
    return Optional.ofNullable(byWords.get(words(text)));
  }

  /** The clip of a speaker whose words a text begins with; the longest, if there are several. */
  public Optional<Clip> beginning(String text, Speaker speaker) {
    var wanted = words(text) + " ";
    return all.stream()
        .filter(clip -> clip.speaker() == speaker)
        .filter(clip -> wanted.startsWith(words(clip.text()) + " "))
        .max(Comparator.comparingInt(clip -> clip.text().length()));
  }

  /**
   * What was said, if all of it arrived. Silence before and after does not count; one other bit, a
   * lost or exchanged frame or a pause that was not there does.
   *
   * @param mulaw all that was heard of it
   */
  public Optional<Clip> recognise(byte[] mulaw) {
    return Optional.ofNullable(byAudio.get(ByteBuffer.wrap(MuLaw.trimmed(mulaw))));
  }

  private static String words(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
  }

  /** Read when somebody asks first. */
  private static final class Bundled {
    static final Clips CLIPS = read();

    private static Clips read() {
      try (var index = file("clips.tsv")) {
        var lines = new String(index.readAllBytes(), StandardCharsets.UTF_8).lines();
        return new Clips(lines.map(Bundled::clip).toList());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static Clip clip(String line) {
      var fields = line.split("\t", -1);
      try (var audio = file(fields[0] + ".ulaw")) {
        return new Clip(fields[0], Speaker.valueOf(fields[1]), fields[2], audio.readAllBytes());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static InputStream file(String name) throws FileNotFoundException {
      var stream = Clips.class.getResourceAsStream("/speech/" + name);
      if (stream == null) {
        throw new FileNotFoundException("/speech/" + name);
      }
      return stream;
    }
  }
}
