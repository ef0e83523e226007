package com.hekax.phone.sandbox.openai.faults;

import com.hekax.phone.sandbox.openai.faults.Fault.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is going to fail, each planned failure so many times. */
public final class FaultPlan {
  private final List<Planned> planned = new ArrayList<>();

  /**
   * A failure that is still to come.
   *
   * @param times how often
   */
  public record Planned(Fault fault, int times) {}

  public synchronized void add(Fault fault, int times) {
    planned.add(new Planned(fault, times));
  }

  public synchronized void clear() {
    planned.clear();
  }

  public synchronized List<Planned> all() {
    return List.copyOf(planned);
  }

  /** The oldest planned failure of a kind, which happens now and so is once less to come. */
  public synchronized Optional<Fault> take(Kind kind) {
    for (int i = 0; i < planned.size(); i++) {
      var next = planned.get(i);
      if (next.fault().kind() == kind) {
        if (next.times() > 1) {
          planned.set(i, new Planned(next.fault(), next.times() - 1));
        } else {
          planned.remove(i);
        }
        return Optional.of(next.fault());
      }
    }
    return Optional.empty();
  }
}
