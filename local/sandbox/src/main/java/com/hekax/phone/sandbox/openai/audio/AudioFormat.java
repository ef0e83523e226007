package com.hekax.phone.sandbox.openai.audio;

import com.fasterxml.jackson.databind.JsonNode;
import com.hekax.phone.sandbox.speech.MuLaw;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** A format of the Realtime API, from and to the mu-law of a telephone line. */
public enum AudioFormat {
  /** Carried as it is. */
  PCMU {
    @Override
    public byte[] toLine(byte[] audio) {
      return audio;
    }

    @Override
    public byte[] fromLine(byte[] mulaw) {
      return mulaw;
    }
  },
  PCMA {
    @Override
    public byte[] toLine(byte[] audio) {
      var mulaw = new byte[audio.length];
      for (int i = 0; i < audio.length; i++) {
        mulaw[i] = MuLaw.code(ALaw.sample(audio[i]));
      }
      return mulaw;
    }

    @Override
    public byte[] fromLine(byte[] mulaw) {
      var audio = new byte[mulaw.length];
      for (int i = 0; i < audio.length; i++) {
        audio[i] = ALaw.code(MuLaw.sample(mulaw[i]));
      }
      return audio;
    }
  },
  /** 24000 samples a second, 16 bits, little-endian: three for one of the line. */
  PCM {
    @Override
    public byte[] toLine(byte[] audio) {
      var samples = ByteBuffer.wrap(audio).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
      var mulaw = new byte[samples.remaining() / SAMPLES];
      for (int i = 0; i < mulaw.length; i++) {
        mulaw[i] = MuLaw.code(samples.get(i * SAMPLES));
      }
      return mulaw;
    }

    @Override
    public byte[] fromLine(byte[] mulaw) {
      var audio = ByteBuffer.allocate(mulaw.length * SAMPLES * 2).order(ByteOrder.LITTLE_ENDIAN);
      for (int i = 0; i < mulaw.length; i++) {
        int here = MuLaw.sample(mulaw[i]);
        int next = MuLaw.sample(mulaw[Math.min(i + 1, mulaw.length - 1)]);
        for (int part = 0; part < SAMPLES; part++) {
          audio.putShort((short) (here + (next - here) * part / SAMPLES));
        }
      }
      return audio.array();
    }
  };

  private static final int SAMPLES = 3;

  /** The format that a session names. */
  public static AudioFormat of(JsonNode format) {
    return switch (format.path("type").asText()) {
      case "audio/pcmu" -> PCMU;
      case "audio/pcma" -> PCMA;
      default -> PCM;
    };
  }

  /** What a line carries of it. */
  public abstract byte[] toLine(byte[] audio);

  /** It, of what a line carries. */
  public abstract byte[] fromLine(byte[] mulaw);
}
