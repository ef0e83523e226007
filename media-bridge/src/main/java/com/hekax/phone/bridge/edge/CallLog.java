package com.hekax.phone.bridge.edge;

import static com.hekax.phone.platform.telemetry.Field.field;

import com.hekax.phone.bridge.conversation.Effect.Tell;
import com.hekax.phone.bridge.conversation.Grant;
import com.hekax.phone.bridge.conversation.MediaStream;
import com.hekax.phone.platform.telemetry.Field;
import com.hekax.phone.platform.telemetry.Log;
import com.hekax.phone.platform.telemetry.LogContext;

/** What operators see of one call: which it is, and what happened; never what was said. */
final class CallLog {
  private String callSid = "";
  private String streamSid = "";
  private String callId = "";
  private String organizationId = "";
  private LogContext context = LogContext.current();

  void stream(MediaStream stream) {
    callSid = stream.callSid();
    streamSid = stream.streamSid();
  }

  void grant(Grant grant) {
    callId = grant.callId();
    // As in the lines of the functions: everything of a call is found by the call's id.
    context = LogContext.current().correlatedBy(callId);
    organizationId = grant.organizationId();
  }

  void tell(Tell told) {
    context.run(() -> write(told));
  }

  void failed(RuntimeException cause) {
    context.run(() -> Log.error("A signal was not dealt with", cause, fields("")));
  }

  private void write(Tell told) {
    var fields = fields(told.detail());
    switch (told.happening()) {
      case CALL_STARTED -> Log.info("A call started", fields);
      case CALL_ENDED -> Log.info("A call ended", fields);
      case START_MISSING -> Log.warn("A stream did not start as Twilio's do", fields);
      case TOKEN_REFUSED -> Log.warn("A stream was refused", fields);
      case BACK_END_UNREACHABLE -> Log.error("The back end gave no session", fields);
      case MODEL_UNREACHABLE -> Log.warn("The model could not be reached", fields);
      case MODEL_FORMAT_WRONG -> Log.error("The model took another audio format", fields);
      case MODEL_SETTINGS_REFUSED -> Log.error("The model refused the settings", fields);
      case MODEL_DROPPED -> Log.warn("The model's session was lost", fields);
      case MODEL_SILENT -> Log.warn("The model did not answer", fields);
      case MODEL_ERROR -> Log.warn("The model reported an error", fields);
      case MODEL_FAILED -> Log.error("A call goes on without the model", fields);
      case RESPONSE_FAILED -> Log.warn("A response failed", fields);
      case TRANSCRIPTION_FAILED -> Log.warn("A transcription failed", fields);
      case PLAYBACK_FULL -> Log.warn("The model said more than can be played", fields);
      case TOOL_UNAVAILABLE -> Log.warn("A tool did not answer", fields);
      case TRANSFER_FAILED -> Log.error("A transfer was not taken", fields);
      case HANG_UP_FAILED -> Log.error("A hang-up was not taken", fields);
    }
  }

  private Field[] fields(String detail) {
    return new Field[] {
      field("callSid", callSid),
      field("streamSid", streamSid),
      field("callId", callId),
      field("ofOrganization", organizationId),
      field("detail", detail)
    };
  }
}
