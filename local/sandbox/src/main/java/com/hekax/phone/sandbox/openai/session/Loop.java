package com.hekax.phone.sandbox.openai.session;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The one thread of a session: all that happens in it happens one after the other. */
final class Loop implements AutoCloseable {
  private final ScheduledThreadPoolExecutor thread =
      new ScheduledThreadPoolExecutor(1, Thread.ofVirtual().name("realtime-session").factory());
  private final Consumer<RuntimeException> broken;

  /**
   * @param broken told when a task fails that should not
   */
  Loop(Consumer<RuntimeException> broken) {
    this.broken = broken;
    thread.setRemoveOnCancelPolicy(true);
    thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  /** Something that is going to happen. */
  interface Timer {
    Timer NONE = () -> {};

    void cancel();
  }

  void execute(Runnable task) {
    after(Duration.ZERO, task);
  }

  Timer after(Duration delay, Runnable task) {
    try {
      var future = thread.schedule(() -> guarded(task), delay.toNanos(), TimeUnit.NANOSECONDS);
      return () -> future.cancel(false);
    } catch (RejectedExecutionException closed) {
      return Timer.NONE;
    }
  }

  /** Asks something that only the thread may read; empty once the session is over. */
  <T> Optional<T> ask(Callable<T> question) throws InterruptedException {
    Future<T> answer;
    try {
      answer = thread.submit(question);
    } catch (RejectedExecutionException closed) {
      thread.awaitTermination(1, TimeUnit.SECONDS); // what it did is then seen by who asks
      return Optional.empty();
    }
    try {
      return Optional.of(answer.get());
    } catch (ExecutionException failed) {
      throw new IllegalStateException(failed.getCause());
    }
  }

  /** Nothing more begins; what was handed over and is due now still ends. */
  @Override
  public void close() {
    thread.shutdown();
  }

  private void guarded(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException e) {
      broken.accept(e);
    }
  }
}
