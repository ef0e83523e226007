package com.hekax.phone.telephony.job;

import com.hekax.phone.platform.jobs.ScheduledJob;
import com.hekax.phone.telephony.RecordingSweep;
import com.hekax.phone.telephony.TelephonyWiring;

/** Looks at Twilio for messages that callers left and nobody told us of. */
public final class SweepRecordingsJob extends ScheduledJob {
  private final RecordingSweep sweep;

  public SweepRecordingsJob() {
    this(TelephonyWiring.recordingSweep());
  }

  SweepRecordingsJob(RecordingSweep sweep) {
    this.sweep = sweep;
  }

  @Override
  protected int run() {
    return sweep.run();
  }
}
