import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.DoubleStream;
import javax.sound.sampled.AudioSystem;

/**
 * Speaks the lines of {@code clips.tsv} with espeak-ng and writes what a phone line carries of them:
 * G.711 mu-law, 8000 bytes a second, one file a clip.
 *
 * <pre>
 * apt-get install espeak-ng
 * java local/sandbox/speech/MakeClips.java local/sandbox/src/main/resources/speech
 * </pre>
 *
 * The same version of espeak-ng makes the same bytes. The files are what counts: the build only
 * reads them.
 */
final class MakeClips {
  private static final Map<String, List<String>> VOICES =
      Map.of(
          "CALLER", List.of("-v", "en-us+f3", "-s", "165", "-p", "55"),
          "ASSISTANT", List.of("-v", "en-gb-x-rp+f5", "-s", "175", "-p", "45"),
          "COLLEAGUE", List.of("-v", "en-us+m3", "-s", "165", "-p", "40"));

  private static final int RATE = 8000;

  /** What a telephone passes, with room for the filter's slope. */
  private static final double CUTOFF = 3400;

  /** Half the length of the low-pass filter, in samples of the input. */
  private static final int REACH = 64;

  /** Samples that are judged loud or quiet together: 10 ms. */
  private static final int WINDOW = 80;

  /** A frame of Media Streams; a clip is a whole number of them. */
  private static final int FRAME = 160;

  /** Speech is brought to this level: 17 dB below full scale. */
  private static final double SPEECH_LEVEL = 0.14;

  /** What lies under it is a pause: -35 dB. */
  private static final double PAUSE_LEVEL = 0.018;

  /** Longest pause left between words: no turn seems to end in the middle, even at 200 ms. */
  private static final int PAUSE_WINDOWS = 9;

  /** A line's own hiss, -66 dB: no two frames are alike, and none of a pause is dead silence. */
  private static final double HISS = 0.0008;

  public static void main(String[] arguments) throws Exception {
    var folder = Path.of(arguments[0]);
    for (var line : Files.readAllLines(folder.resolve("clips.tsv"))) {
      var fields = line.split("\t");
      var clip = encoded(hissing(level(withoutPauses(level(spoken(fields[1], fields[2])))), fields[0]));
      Files.write(folder.resolve(fields[0] + ".ulaw"), clip);
      System.out.printf("%-24s %5d ms%n", fields[0], clip.length / 8);
    }
  }

  private static double[] spoken(String speaker, String text) throws Exception {
    var command = new ArrayList<>(List.of("espeak-ng", "--stdout"));
    command.addAll(VOICES.get(speaker));
    command.add(text);
    var process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    var wave = process.getInputStream().readAllBytes();
    if (process.waitFor() != 0) {
      throw new IOException("espeak-ng failed on: " + text);
    }
    // Written to a pipe, its header claims 2 GB; the samples begin after 44 bytes all the same.
    var format = AudioSystem.getAudioInputStream(new ByteArrayInputStream(wave)).getFormat();
    var samples = new double[(wave.length - 44) / 2];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (short) (wave[44 + 2 * i] & 0xFF | wave[45 + 2 * i] << 8) / 32768.0;
    }
    return resampled(samples, format.getSampleRate());
  }

  /** A windowed-sinc low-pass, evaluated where the new samples lie. */
  private static double[] resampled(double[] samples, double rate) {
    var result = new double[(int) (samples.length * RATE / rate)];
    for (int i = 0; i < result.length; i++) {
      double centre = i * rate / RATE;
      int from = Math.max(0, (int) centre - REACH + 1);
      int to = Math.min(samples.length - 1, (int) centre + REACH);
      for (int j = from; j <= to; j++) {
        double distance = j - centre;
        double turns = 2 * CUTOFF / rate * distance;
        double sinc = distance == 0 ? 1 : Math.sin(Math.PI * turns) / (Math.PI * turns);
        double window = 0.5 + 0.5 * Math.cos(Math.PI * distance / REACH);
        result[i] += samples[j] * 2 * CUTOFF / rate * sinc * window;
      }
    }
    return result;
  }

  /** The same at the level of speech, measured over what is no pause. */
  private static double[] level(double[] samples) {
    double peak = Arrays.stream(samples).map(Math::abs).max().orElseThrow();
    var loud = Arrays.stream(samples).filter(sample -> Math.abs(sample) > peak / 50);
    double gain = SPEECH_LEVEL / rootMeanSquare(loud);
    return Arrays.stream(samples).map(sample -> sample * gain).toArray();
  }

  private static double[] withoutPauses(double[] samples) {
    int windows = samples.length / WINDOW;
    var kept = DoubleStream.builder();
    for (int i = 0; i < windows; ) {
      int end = i;
      while (end < windows && isPause(samples, end)) {
        end++;
      }
      if (end == i) {
        copy(samples, i, ++end, kept);
      } else if (i > 0 && end < windows) {
        int left = Math.min(end - i, PAUSE_WINDOWS);
        copy(samples, i, i + left / 2, kept);
        copy(samples, end - (left - left / 2), end, kept);
      }
      i = end;
    }
    return kept.build().toArray();
  }

  private static boolean isPause(double[] samples, int window) {
    var part = Arrays.stream(samples, window * WINDOW, (window + 1) * WINDOW);
    return rootMeanSquare(part) < PAUSE_LEVEL;
  }

  private static void copy(double[] samples, int from, int to, DoubleStream.Builder into) {
    Arrays.stream(samples, from * WINDOW, to * WINDOW).forEach(into);
  }

  private static double[] hissing(double[] samples, String seed) {
    var random = new Random(seed.hashCode());
    return Arrays.stream(samples).map(sample -> sample + HISS * random.nextGaussian()).toArray();
  }

  private static byte[] encoded(double[] samples) {
    var result = new byte[samples.length / FRAME * FRAME];
    for (int i = 0; i < result.length; i++) {
      result[i] = muLaw((int) Math.round(samples[i] * 32768));
    }
    // Silence at an end could not be told from the line's before and after the clip.
    result[0] = audible(result[0]);
    result[result.length - 1] = audible(result[result.length - 1]);
    return result;
  }

  private static byte audible(byte code) {
    return (code & 0x7F) == 0x7F ? (byte) (code - 1) : code;
  }

  /** ITU-T G.711: a sign, the segment of the magnitude and four bits within it, all inverted. */
  private static byte muLaw(int sample) {
    int magnitude = Math.min(Math.abs(sample), 32635) + 132;
    int segment = 24 - Integer.numberOfLeadingZeros(magnitude);
    int code = ~((sample < 0 ? 0x80 : 0) | segment << 4 | magnitude >> segment + 3 & 0x0F) & 0xFF;
    // Of two zeroes the positive one, so that a way through linear samples changes nothing.
    return (byte) (code == 0x7F ? 0xFF : code);
  }

  private static double rootMeanSquare(DoubleStream samples) {
    return Math.sqrt(samples.map(sample -> sample * sample).average().orElseThrow());
  }
}
