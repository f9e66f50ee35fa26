package org.lightpath.fiber.exact;

/** A launched envelope as a function of time. */
@FunctionalInterface
public interface Envelope {
  /**
   * Amplitude at a time, written to {@code amplitude[0]} (re) and {@code amplitude[1]} (im) [√W].
   *
   * @param time t [s]; 0 is the middle of the window
   */
  void at(double time, double[] amplitude);
}
