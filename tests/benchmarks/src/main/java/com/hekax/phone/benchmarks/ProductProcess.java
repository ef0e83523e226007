package com.hekax.phone.benchmarks;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The product in a JVM of its own, with the options that the launcher gives it. */
final class ProductProcess implements AutoCloseable {
  /** What a product prints when it answers, and its address after it. */
  static final String READY = "HEKAX Phone is ready: ";

  /** What one with an instant function replies, and the nanoseconds after it. */
  static final String HANDLERS_CPU = "CPU of handlers: ";

  private final Process process;
  private final BufferedReader output;
  private final BufferedWriter input;
  private final URI uri;
  private final long nanosUntilReady;

  private ProductProcess(Class<?> main, List<String> arguments) throws IOException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(System.getProperty("hekax.product.options", "").split(" ", -1)));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(arguments);
    var begun = System.nanoTime();
    process = new ProcessBuilder(command).redirectErrorStream(true).start();
    output = process.inputReader();
    input = process.outputWriter();
    uri = URI.create(await(READY));
    nanosUntilReady = System.nanoTime() - begun;
  }

  /** Starts it and returns when it is ready. */
  static ProductProcess start(Class<?> main, String... arguments) throws IOException {
    return new ProductProcess(main, List.of(arguments));
  }

  URI uri() {
    return uri;
  }

  /** The rest of the next line that begins so. */
  String line(String beginning) throws IOException {
    return await(beginning);
  }

  /** From the start of the JVM. */
  long nanosUntilReady() {
    return nanosUntilReady;
  }

  /** What a {@link ProductWithInstantFunction} has used; the database has its own processes. */
  Cpu cpu() throws IOException {
    input.write('\n');
    input.flush();
    var handlers = Long.parseLong(await(HANDLERS_CPU));
    return new Cpu(process.toHandle().info().totalCpuDuration().orElseThrow().toNanos(), handlers);
  }

  /** Stops it as {@code ./hekax stop} does, and waits. */
  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }

  /** Waits for a line that begins so, and gives the rest of it. */
  private String await(String beginning) throws IOException {
    var said = new StringBuilder();
    for (var line = output.readLine(); line != null; line = output.readLine()) {
      if (line.startsWith(beginning)) {
        return line.substring(beginning.length());
      }
      said.append(line).append('\n');
    }
    throw new IllegalStateException("The product has ended, and said:\n" + said);
  }
}
