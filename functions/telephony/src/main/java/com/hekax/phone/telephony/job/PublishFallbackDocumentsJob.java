package com.hekax.phone.telephony.job;

import com.hekax.phone.platform.jobs.ScheduledJob;
import com.hekax.phone.telephony.FallbackDocuments;
import com.hekax.phone.telephony.TelephonyWiring;

/** Brings the documents up to date that Twilio follows when it gets no answer from us. */
public final class PublishFallbackDocumentsJob extends ScheduledJob {
  private final FallbackDocuments documents;

  public PublishFallbackDocumentsJob() {
    this(TelephonyWiring.fallbackDocuments());
  }

  PublishFallbackDocumentsJob(FallbackDocuments documents) {
    this.documents = documents;
  }

  @Override
  protected int run() {
    return documents.publish();
  }
}
