package org.lightpath.photonic.receiver;

/** What makes the current at a receiver fluctuate. */
public enum NoiseSource {
  /** Photons and dark current arrive one by one. */
  SHOT,
  /** Amplifier or load resistor. */
  THERMAL,
  /** The laser's power fluctuates. */
  RELATIVE_INTENSITY,
  /** Signal beats with amplified spontaneous emission. */
  SIGNAL_ASE_BEAT,
  /** The converter rounds. */
  QUANTISATION
}
