package com.hekax.phone.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;

/** Starts of one function with the same options, and how long each took. */
final class FunctionStarts {
  private static final int ANSWERS_OF_TRAINING = 5;

  private final String name;
  private final List<String> options;
  private final FunctionCommand command;
  private final byte[] event;
  private final List<Start> starts = new ArrayList<>();

  /**
   * One start.
   *
   * @param init until the runtime client asked for work
   * @param first from then until the answer
   */
  private record Start(long init, long first) {}

  FunctionStarts(String name, List<String> options, FunctionCommand command, byte[] event) {
    this.name = name;
    this.options = options;
    this.command = command;
    this.event = event;
  }

  /** Lets it answer a few times and end by itself, as one that writes an archive has to. */
  void train(String archiveOption) throws IOException, InterruptedException {
    try (var api = new OneRuntimeApi(event)) {
      var process = command.start(List.of(archiveOption), api.address());
      try {
        for (var answer = 0; answer < ANSWERS_OF_TRAINING; answer++) {
          api.answer();
        }
        process.destroy();
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
          throw new IllegalStateException("The archive was not written: " + archiveOption);
        }
      } finally {
        process.destroyForcibly();
      }
    }
  }

  /** One more start, until the first answer. */
  void measure() throws IOException, InterruptedException {
    try (var api = new OneRuntimeApi(event)) {
      var begun = System.nanoTime();
      var process = command.start(options, api.address());
      try {
        var answered = api.answer().nanos();
        starts.add(new Start(api.firstAsked() - begun, answered - api.firstAsked()));
      } finally {
        process.destroyForcibly().waitFor();
      }
    }
  }

  void report(Table table, FunctionStarts plain) {
    var total = total();
    table.row(
        name,
        "init %.0f ms, first answer %.0f ms, total %.0f ms (best %.0f)"
            .formatted(
                samples(Start::init).median(),
                samples(Start::first).median(),
                total.median(),
                total.min()),
        this == plain ? "" : "%.2f of plain".formatted(total.median() / plain.total().median()));
  }

  private Samples total() {
    return samples(start -> start.init() + start.first());
  }

  private Samples samples(ToLongFunction<Start> time) {
    return new Samples(starts.stream().mapToLong(time).toArray());
  }
}
