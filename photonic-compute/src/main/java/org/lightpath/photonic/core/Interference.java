package org.lightpath.photonic.core;

import org.lightpath.photonic.device.BalancedPair;
import org.lightpath.photonic.device.Require;

/**
 * The coupler in which both streams meet, and what keeps them from meeting fully.
 *
 * @param coupling κ, power coupling; ½ is ideal
 * @param couplingSpread standard deviation of κ from chip to chip
 * @param commonMode ε, common-mode leak of the balanced receiver, 10^(−CMRR/20)
 * @param phaseOffset static phase error between both streams [rad]
 * @param polarisationAngle between the polarisations of both streams [rad]; the product takes its
 *     cosine
 */
public record Interference(
    double coupling,
    double couplingSpread,
    double commonMode,
    double phaseOffset,
    double polarisationAngle) {
  /** Ideal. */
  public static final Interference IDEAL = new Interference(0.5, 0, 0, 0, 0);

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if one is out of range
   */
  public Interference {
    Require.within("power coupling of a coupler", coupling, 0, 1);
    Require.notNegative("spread of a power coupling", couplingSpread, "");
    Require.within("common-mode leak of a receiver", commonMode, 0, 1);
    Require.finite("phase offset", phaseOffset, "rad");
    Require.finite("polarisation angle", polarisationAngle, "rad");
  }

  /**
   * ε = 10^(−CMRR/20) of a common-mode rejection ratio [dB]: |I₁ − I₂|/(I₁ + I₂) at equal light.
   */
  public static double commonMode(double rejectionDecibels) {
    return BalancedPair.commonModeAmplitude(rejectionDecibels);
  }

  /** With another power coupling. */
  public Interference withCoupling(double power) {
    return new Interference(power, couplingSpread, commonMode, phaseOffset, polarisationAngle);
  }

  /** With another common-mode leak ε. */
  public Interference withCommonMode(double leak) {
    return new Interference(coupling, couplingSpread, leak, phaseOffset, polarisationAngle);
  }

  /** With the common-mode leak of a balanced pair. */
  public Interference withPair(BalancedPair pair) {
    return withCommonMode(pair.commonModeAmplitude());
  }

  /** With another static phase error [rad]. */
  public Interference withPhaseOffset(double phase) {
    return new Interference(coupling, couplingSpread, commonMode, phase, polarisationAngle);
  }

  /** With another polarisation angle [rad]. */
  public Interference withPolarisationAngle(double angle) {
    return new Interference(coupling, couplingSpread, commonMode, phaseOffset, angle);
  }
}
