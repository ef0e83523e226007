package com.hekax.phone.bridge.conversation;

/**
 * What the model was used for, as it is billed. The cached tokens are a part of the input tokens.
 *
 * @param transcriptionSeconds of transcription that is billed by time
 * @param transcriptionTokens of transcription that is billed by tokens
 */
public record Usage(
    long inputTextTokens,
    long inputAudioTokens,
    long cachedTextTokens,
    long cachedAudioTokens,
    long outputTextTokens,
    long outputAudioTokens,
    double transcriptionSeconds,
    long transcriptionTokens) {
  public static final Usage NONE = new Usage(0, 0, 0, 0, 0, 0, 0, 0);

  /** Of a transcription that is billed by time. */
  public static Usage ofTranscriptionSeconds(double seconds) {
    return new Usage(0, 0, 0, 0, 0, 0, seconds, 0);
  }

  /** Of a transcription that is billed by tokens. */
  public static Usage ofTranscriptionTokens(long tokens) {
    return new Usage(0, 0, 0, 0, 0, 0, 0, tokens);
  }

  Usage plus(Usage more) {
    return new Usage(
        inputTextTokens + more.inputTextTokens,
        inputAudioTokens + more.inputAudioTokens,
        cachedTextTokens + more.cachedTextTokens,
        cachedAudioTokens + more.cachedAudioTokens,
        outputTextTokens + more.outputTextTokens,
        outputAudioTokens + more.outputAudioTokens,
        transcriptionSeconds + more.transcriptionSeconds,
        transcriptionTokens + more.transcriptionTokens);
  }
}
