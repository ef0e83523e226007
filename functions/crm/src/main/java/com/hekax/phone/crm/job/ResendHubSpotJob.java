package com.hekax.phone.crm.job;

import com.hekax.phone.crm.CrmWiring;
import com.hekax.phone.crm.Dispatcher;
import com.hekax.phone.crm.Intake;
import com.hekax.phone.platform.jobs.ScheduledJob;
import com.hekax.phone.platform.queues.Deliveries;
import com.hekax.phone.platform.queues.Outgoing;
import com.hekax.phone.platform.telemetry.LogContext;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/**
 * Tries again what is due, in rounds, some of each organization a round. Organizations are served
 * beside each other and the leads of one after each other, so a portal that is slow keeps no other
 * waiting.
 */
public final class ResendHubSpotJob extends ScheduledJob {
  private static final int PER_ORGANIZATION = 2;
  private static final int PER_ROUND = 40;

  /** No round begins later: the function has 55 seconds, and what it leaves is due again. */
  private static final Duration ROUNDS_BEGIN_WITHIN = Duration.ofSeconds(20);

  private final Deliveries deliveries;
  private final Dispatcher dispatcher;
  private final InstantSource clock;

  public ResendHubSpotJob() {
    this(CrmWiring.deliveries(), CrmWiring.dispatcher(), CrmWiring.clock());
  }

  ResendHubSpotJob(Deliveries deliveries, Dispatcher dispatcher, InstantSource clock) {
    this.deliveries = deliveries;
    this.dispatcher = dispatcher;
    this.clock = clock;
  }

  @Override
  protected int run() {
    var lastBegin = clock.instant().plus(ROUNDS_BEGIN_WITHIN);
    int tried = 0;
    List<Outgoing> due;
    do {
      due = deliveries.claimDue(Intake.CONSUMER, PER_ORGANIZATION, PER_ROUND);
      attempt(due);
      tried += due.size();
    } while (!due.isEmpty() && clock.instant().isBefore(lastBegin));
    return tried;
  }

  private void attempt(List<Outgoing> due) {
    var byOrganization =
        due.stream().collect(Collectors.groupingBy(Outgoing::organizationId)).values();
    var context = LogContext.current();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      byOrganization.forEach(
          some -> threads.execute(() -> context.run(() -> some.forEach(dispatcher::attempt))));
    }
  }
}
