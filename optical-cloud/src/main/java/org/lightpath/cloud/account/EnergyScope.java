package org.lightpath.cloud.account;

/** What an energy per operation includes. Each scope includes the ones before it. */
public enum EnergyScope {
  /**
   * Lasers with the loss of their links, modulators, converters, receivers: what is usually printed
   * for an optical core. Divided by the multiply–accumulates that light computes.
   */
  OPTICAL_CORE("optical core and lasers"),
  /** The core, amplifiers in line and transceivers; divided by the same. */
  WITH_NETWORK("optical core and network"),
  /** Everything; divided by all multiply–accumulates of the inference. */
  WHOLE_SYSTEM("whole system");

  private final String label;

  EnergyScope(String label) {
    this.label = label;
  }

  /** For a report. */
  public String label() {
    return label;
  }
}
