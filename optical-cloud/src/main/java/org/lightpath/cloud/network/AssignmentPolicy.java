package org.lightpath.cloud.network;

/** Which of the free wavelengths a demand takes. */
public sealed interface AssignmentPolicy {
  /** The lowest channel numbers. */
  record FirstFit() implements AssignmentPolicy {}

  /** The channels in use on most links already; of equals the lowest number. */
  record MostUsed() implements AssignmentPolicy {}

  /**
   * Any, drawn from a counter-based generator.
   *
   * @param seed same seed, same choice
   */
  record RandomFit(long seed) implements AssignmentPolicy {}
}
