package com.hekax.phone.accounts.job;

import com.hekax.phone.accounts.closing.ClosingWiring;
import com.hekax.phone.accounts.closing.Erasures;
import com.hekax.phone.platform.jobs.ScheduledJob;

/** Erases the organizations whose days are over. */
public final class EraseOrganizationsJob extends ScheduledJob {
  private final Erasures erasures;

  public EraseOrganizationsJob() {
    this(ClosingWiring.erasures());
  }

  EraseOrganizationsJob(Erasures erasures) {
    this.erasures = erasures;
  }

  @Override
  protected int run() {
    return erasures.run();
  }
}
