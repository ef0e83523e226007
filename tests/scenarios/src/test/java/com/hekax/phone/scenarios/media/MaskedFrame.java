package com.hekax.phone.scenarios.media;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * One frame from the client of a WebSocket, which are all masked (RFC 6455, section 5.2); what
 * Twilio sends is never in parts.
 */
final class MaskedFrame {
  private final int first;
  private final byte[] mask;
  private final byte[] payload;

  private MaskedFrame(int first, byte[] mask, byte[] payload) {
    this.first = first;
    this.mask = mask;
    this.payload = payload;
  }

  static MaskedFrame read(DataInputStream from) throws IOException {
    int first = from.readUnsignedByte();
    int length = from.readUnsignedByte() & 0x7F;
    if (length == 126) {
      length = from.readUnsignedShort();
    } else if (length == 127) {
      length = Math.toIntExact(from.readLong());
    }
    var mask = from.readNBytes(4);
    return new MaskedFrame(first, mask, masked(from.readNBytes(length), mask));
  }

  int opcode() {
    return first & 0x0F;
  }

  byte[] payload() {
    return payload.clone();
  }

  /** The same frame with another payload. */
  MaskedFrame saying(byte[] other) {
    return new MaskedFrame(first, mask, other.clone());
  }

  void write(DataOutputStream to) throws IOException {
    to.writeByte(first);
    if (payload.length < 126) {
      to.writeByte(0x80 | payload.length);
    } else {
      to.writeByte(0x80 | 126);
      to.writeShort(payload.length);
    }
    to.write(mask);
    to.write(masked(payload, mask));
    to.flush();
  }

  private static byte[] masked(byte[] bytes, byte[] mask) {
    var result = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      result[i] = (byte) (bytes[i] ^ mask[i % 4]);
    }
    return result;
  }
}
