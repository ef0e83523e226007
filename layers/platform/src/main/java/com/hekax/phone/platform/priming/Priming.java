package com.hekax.phone.platform.priming;

import static com.hekax.phone.platform.telemetry.Field.field;

import com.hekax.phone.platform.Env;
import com.hekax.phone.platform.telemetry.Log;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;

/**
 * What a function does around its SnapStart snapshot: before it is taken, run the code that
 * requests will run, so that classes are loaded and compiled in the snapshot; then let go of what
 * must not be shared by all copies or be old in them.
 *
 * <pre>{@code
 * var priming = Priming.of(env);
 * priming.prime("a list of leads", () -> handle(EXAMPLE_REQUEST));
 * priming.forget("secrets", secrets::forget);
 * }</pre>
 *
 * Where there is no snapshot (a local process, a function without SnapStart) nothing is kept and
 * nothing runs. Work that fails is logged: a snapshot without priming is slow, not wrong.
 */
public final class Priming {
  private static final Priming NONE = new Priming();

  private final List<Work> primes = new CopyOnWriteArrayList<>();
  private final List<Work> forgets = new CopyOnWriteArrayList<>();

  private Priming() {}

  /** Work of any kind; whatever it throws is logged. */
  @FunctionalInterface
  public interface Action {
    void run() throws Exception;
  }

  private record Work(String what, Action action) {}

  /** The priming of this process, or one that does nothing where no snapshot will be taken. */
  public static Priming of(Env env) {
    var snapshot = env.find("AWS_LAMBDA_INITIALIZATION_TYPE").filter("snap-start"::equals);
    return snapshot.isPresent() ? OfProcess.PRIMING : NONE;
  }

  /** One that is told of snapshots by {@code snapshots}: for tests, which make their own. */
  static Priming in(Context<Resource> snapshots) {
    var priming = new Priming();
    snapshots.register(new Hooks(priming));
    return priming;
  }

  /** Runs {@code action} once before the snapshot is taken, in the order of these calls. */
  public void prime(String what, Action action) {
    keep(primes, what, action);
  }

  /**
   * Runs {@code action} before the snapshot is taken, after all priming, and again after each
   * restore: for anything secret, connected, or valid only for a time. It must not wait for
   * anything.
   */
  public void forget(String what, Action action) {
    keep(forgets, what, action);
  }

  private void keep(List<Work> list, String what, Action action) {
    if (this != NONE) {
      list.add(new Work(what, action));
    }
  }

  private static void runAll(List<Work> list) {
    list.forEach(Priming::run);
  }

  private static void run(Work work) {
    try {
      work.action().run();
    } catch (Exception | LinkageError e) {
      Log.warn("Work around the snapshot failed", e, field("work", work.what()));
    }
  }

  /** The context keeps its resources weakly, and this class keeps the process's one for good. */
  private static final class OfProcess {
    static final Priming PRIMING = new Priming();
    static final Hooks HOOKS = new Hooks(PRIMING);

    static {
      Core.getGlobalContext().register(HOOKS);
    }
  }

  private record Hooks(Priming priming) implements Resource {
    @Override
    public void beforeCheckpoint(Context<? extends Resource> context) {
      runAll(priming.primes);
      runAll(priming.forgets);
    }

    @Override
    public void afterRestore(Context<? extends Resource> context) {
      runAll(priming.forgets);
    }
  }
}
