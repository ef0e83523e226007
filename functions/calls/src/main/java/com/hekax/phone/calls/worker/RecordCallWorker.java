package com.hekax.phone.calls.worker;

import com.hekax.phone.calls.CallNews;
import com.hekax.phone.calls.CallRecorder;
import com.hekax.phone.calls.CallsWiring;
import com.hekax.phone.contracts.AssistantFinished;
import com.hekax.phone.contracts.CallAnswered;
import com.hekax.phone.contracts.CallEnded;
import com.hekax.phone.contracts.CallStarted;
import com.hekax.phone.contracts.CallTransferEnded;
import com.hekax.phone.contracts.CallTransferStarted;
import com.hekax.phone.contracts.LeadCaptured;
import com.hekax.phone.contracts.MessageTaken;
import com.hekax.phone.contracts.VoicemailLeft;
import com.hekax.phone.platform.queues.QueueWorker;
import com.hekax.phone.platform.queues.Subscriptions;

/** Writes down what is heard of calls. Events come in any order and come to the same rows. */
public final class RecordCallWorker extends QueueWorker {
  private final CallRecorder recorder;

  public RecordCallWorker() {
    this(CallsWiring.recorder());
  }

  RecordCallWorker(CallRecorder recorder) {
    this.recorder = recorder;
  }

  @Override
  protected Subscriptions subscriptions() {
    return Subscriptions.none()
        .write(CallStarted.class, (tx, event) -> recorder.record(tx, CallNews.of(event)))
        .write(CallAnswered.class, (tx, event) -> recorder.record(tx, CallNews.of(event)))
        .write(CallEnded.class, (tx, event) -> recorder.record(tx, CallNews.of(event)))
        .write(
            LeadCaptured.class,
            (tx, event) -> CallNews.of(event).ifPresent(news -> recorder.record(tx, news)))
        .write(MessageTaken.class, (tx, event) -> recorder.record(tx, CallNews.of(event)))
        .write(CallTransferStarted.class, (tx, event) -> recorder.record(tx, CallNews.of(event)))
        .write(CallTransferEnded.class, (tx, event) -> recorder.record(tx, CallNews.of(event)))
        .write(VoicemailLeft.class, (tx, event) -> recorder.record(tx, CallNews.of(event)))
        .write(AssistantFinished.class, (tx, event) -> recorder.record(tx, CallNews.of(event)));
  }
}
