package org.lightpath.photonic.core;

import org.lightpath.photonic.device.Require;

/**
 * Light of a product: detected photons for each multiply-accumulate, and their share.
 *
 * <p>Cores that interfere both operands detect α²‖x‖² + β²‖w‖² photoelectrons for each output, x
 * and w in units of the full scales. With E x², E w² of the operands, α² = share · n / E x² and β²
 * = (1 − share) n / E w². The variance of y = d/(2αβ) is ‖x‖²/(4β²) + ‖w‖²/(4α²), which is least
 * for equal shares: K E x² E w² / n, so that y_i = Σ w_ik x_k + N(0,1) ‖W‖_F ‖x‖ / √(N N′ n) for a
 * matrix of N′ × N (Hamerly et al., Phys. Rev. X 9, 021032 (2019)).
 *
 * @param photonsPerMac n; infinite for no shot noise
 * @param leftShare share of the photons that the left operand brings, in (0, 1); intensity cores do
 *     not use it
 */
public record PhotonBudget(double photonsPerMac, double leftShare) {
  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if the photons are not positive or the share is not in (0, 1)
   */
  public PhotonBudget {
    if (!(photonsPerMac > 0)) {
      throw Require.refusal(
          "light of a core", photonsPerMac, "photons per MAC", "a positive number");
    }
    if (!(leftShare > 0 && leftShare < 1)) {
      throw Require.refusal("share of light in the left operand", leftShare, "", "one in (0, 1)");
    }
  }

  /** Equal shares: the least shot noise. */
  public static PhotonBudget of(double photonsPerMac) {
    return new PhotonBudget(photonsPerMac, 0.5);
  }

  /**
   * From photon numbers at full scale.
   *
   * @param left α², photoelectrons of one step when x = 1
   * @param right β²
   */
  public static PhotonBudget ofFullScale(double left, double right, OperandStatistics operands) {
    double fromLeft = Require.positive("light of the left operand", left, "photons");
    fromLeft *= operands.leftSquare();
    double fromRight = Require.positive("light of the right operand", right, "photons");
    fromRight *= operands.rightSquare();
    return new PhotonBudget(fromLeft + fromRight, fromLeft / (fromLeft + fromRight));
  }

  /** α², photoelectrons of one step when x = 1. */
  public double left(OperandStatistics operands) {
    return leftShare * photonsPerMac / operands.leftSquare();
  }

  /** β², photoelectrons of one step when w = 1. */
  public double right(OperandStatistics operands) {
    return (1 - leftShare) * photonsPerMac / operands.rightSquare();
  }

  /** s = α/β. */
  public double ratio(OperandStatistics operands) {
    return Math.sqrt(
        leftShare * operands.rightSquare() / ((1 - leftShare) * operands.leftSquare()));
  }

  /** Photons for each multiply-accumulate in place of the present. */
  public PhotonBudget withPhotonsPerMac(double photons) {
    return new PhotonBudget(photons, leftShare);
  }
}
