package org.lightpath.fiber.transceiver;

import java.util.Random;
import org.lightpath.core.field.ComplexField;
import org.lightpath.core.field.FieldShape;

/** Signals and disturbances that several tests share. */
final class TestSignals {
  static final double CARRIER = 193.1e12;
  static final double RATE = 32e9;

  private TestSignals() {}

  static TransmitterSpec spec(
      int channels, double spacing, Waveform waveform, int symbols, int samples) {
    return new TransmitterSpec(
        WdmGrid.uniform(CARRIER, channels, spacing, RATE), waveform, symbols, samples);
  }

  static Receiver receiver(Transmitter transmitter) {
    return new Receiver(transmitter, ReceiverSpec.constantPhase(), AccumulatedDispersion.none());
  }

  /** Adds white circular Gaussian noise of variance σ² per sample to every mode. */
  static void addNoise(ComplexField field, double variance, long seed) {
    Random random = new Random(seed);
    double deviation = Math.sqrt(variance / 2);
    FieldShape shape = field.shape();
    for (long i = 0; i < 2 * shape.elements(); i++) {
      field.setReal(i, field.real(i) + deviation * random.nextGaussian());
    }
  }

  /**
   * Least SNR that rounding leaves back to back: four transforms of N points whose relative error
   * is at most u·log₂N·c each, with c = 4 for mixed radices of up to 7 (Higham, "Accuracy and
   * Stability of Numerical Algorithms", 2nd ed., theorem 24.2, c = η/u).
   */
  static double roundingSnr(int samples) {
    double error = 4 * 4 * 0x1p-53 * Math.log(samples) / Math.log(2);
    return 1 / (error * error);
  }
}
