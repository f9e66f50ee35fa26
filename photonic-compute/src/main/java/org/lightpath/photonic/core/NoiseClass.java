package org.lightpath.photonic.core;

/** Where an effect arises, which decides how often it is drawn. */
public enum NoiseClass {
  /** Once for each value of an operand; all outputs see the same draw. */
  OPERAND,
  /** Once for each chip. */
  STATIC,
  /** Once for each readout. */
  RECEIVER
}
