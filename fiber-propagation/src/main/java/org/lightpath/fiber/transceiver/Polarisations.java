package org.lightpath.fiber.transceiver;

/** How the transmitter uses the polarisations. */
public enum Polarisations {
  /** Fields of one mode, for the scalar equation. */
  SCALAR(1, 1),
  /** Fields of two modes with all power in x; y starts dark. */
  SINGLE(2, 1),
  /** Fields of two modes with independent symbols, half of the power in each. */
  DUAL(2, 2);

  private final int modes;
  private final int modulated;

  Polarisations(int modes, int modulated) {
    this.modes = modes;
    this.modulated = modulated;
  }

  /** Modes of the emitted field. */
  public int modes() {
    return modes;
  }

  /** How many of them carry symbols. */
  public int modulated() {
    return modulated;
  }
}
