package com.hekax.phone.sandbox.twilio.call;

import com.hekax.phone.sandbox.twilio.line.Line;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * What was recorded.
 *
 * @param source as Twilio names it, for example {@code RecordVerb}
 * @param mulaw of one channel
 */
@SuppressWarnings("ArrayRecordComponent") // passed on, never compared
public record Recording(
    String sid, String callSid, String source, Instant startedAt, byte[] mulaw) {
  private static final int HEADER_BYTES = 58;
  private static final short FORMAT_MULAW = 7;

  /** Whole seconds, at least one. */
  public long seconds() {
    return Math.max(1, Math.ceilDiv(mulaw.length, Line.BYTES_A_SECOND));
  }

  /** The same as a file: RIFF WAVE, format 7, with the fact chunk that such a format needs. */
  public byte[] wav() {
    var header = ByteBuffer.allocate(HEADER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    header.put(ascii("RIFF")).putInt(HEADER_BYTES - 8 + mulaw.length).put(ascii("WAVE"));
    header.put(ascii("fmt ")).putInt(18).putShort(FORMAT_MULAW).putShort((short) 1);
    header.putInt(Line.BYTES_A_SECOND).putInt(Line.BYTES_A_SECOND);
    header.putShort((short) 1).putShort((short) 8).putShort((short) 0);
    header.put(ascii("fact")).putInt(4).putInt(mulaw.length);
    header.put(ascii("data")).putInt(mulaw.length);
    var file = new ByteArrayOutputStream();
    file.writeBytes(header.array());
    file.writeBytes(mulaw);
    return file.toByteArray();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
