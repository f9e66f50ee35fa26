package org.lightpath.photonic.core;

/** How a core represents negative numbers. Light, power and noise differ, so it is explicit. */
public enum SignHandling {
  /** The field carries the sign; homodyne or balanced detection reads it. Costs nothing. */
  NATIVE,
  /**
   * v = v⁺ − v⁻ on two rails, subtracted by balanced diodes: signal as with {@link #NATIVE}, shot
   * noise of the sum of both rails, two modulators (or two passes).
   */
  DIFFERENTIAL,
  /**
   * v′ = (v + 1)/2 on one rail, corrected digitally: half the swing, so 6 dB of electrical signal,
   * and the light of the offset adds its shot noise.
   */
  OFFSET
}
