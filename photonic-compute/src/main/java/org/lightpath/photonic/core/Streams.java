package org.lightpath.photonic.core;

import org.lightpath.core.random.Philox;

/** Names of the sources of randomness; the receiver takes three. */
final class Streams {
  static final int LEFT = 1;
  static final int RIGHT = 2;
  static final int RECEIVER = 3;
  static final int COUPLING = 16;
  static final int RESONANCE = 17;
  static final int CELL = 18;
  static final int SHIFTER = 19;

  private Streams() {}

  /** Standard normal that belongs to a place on a chip. */
  static double place(long chip, int stream, int element) {
    double[] normal = new double[2];
    Philox.complexNormal(chip, stream, 0, element, new int[4], normal);
    return normal[0];
  }
}
