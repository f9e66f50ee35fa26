package org.lightpath.photonic.device;

/** What turns light into current: one photodiode or a balanced pair. */
public sealed interface Detector extends Device permits Photodiode, BalancedPair {
  /** Responsivity R of each diode [A/W]. */
  double responsivity();

  /** Dark current of all diodes together [A]. */
  double totalDarkCurrent();

  /**
   * Power ratio by which light common to both diodes still shows in the difference, 10^(−CMRR/10);
   * a single diode has no such light and gives 0.
   */
  double commonModeLeak();
}
