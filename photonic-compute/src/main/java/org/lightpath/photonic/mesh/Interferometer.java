package org.lightpath.photonic.mesh;

/**
 * A Mach–Zehnder interferometer with two phase shifters, the block that meshes are made of:
 *
 * <pre>
 *   T(θ, φ, a, b) = B(b) diag(√g₃ e^{jθ}, √g₄) B(a) diag(√g₁ e^{jφ}, √g₂)
 *   B(e) = [[cos(π/4 + e), j sin(π/4 + e)], [j sin(π/4 + e), cos(π/4 + e)]]
 * </pre>
 *
 * <p>Without errors {@code T = j e^{jθ/2} [[e^{jφ} sin(θ/2), cos(θ/2)], [e^{jφ} cos(θ/2),
 * −sin(θ/2)]]}: θ = 0 is the cross state, θ = π the bar state. Same convention as the
 * "beamsplitter" one of neurophox; for that of Clements et al. 2016 see {@link ClementsAngles}.
 *
 * @param theta θ, inner phase [rad]
 * @param phi φ, phase before the first coupler [rad]
 * @param firstError a, error of the first coupler [rad]; 0 is 50:50, power cross coupling is
 *     sin²(π/4 + a)
 * @param secondError b, error of the second coupler [rad]
 * @param arms g₁ … g₄, power transmission of the arms
 */
public record Interferometer(
    double theta, double phi, double firstError, double secondError, ArmTransmissions arms) {

  /** An interferometer without errors and loss. */
  public static Interferometer ideal(double theta, double phi) {
    return new Interferometer(theta, phi, 0, 0, ArmTransmissions.LOSSLESS);
  }

  /** T as re t₁₁, im t₁₁, re t₁₂, im t₁₂, re t₂₁, im t₂₁, re t₂₂, im t₂₂. */
  public double[] transfer() {
    double[] block = new double[8];
    writeTransfer(block, 0);
    return block;
  }

  /** Writes the eight numbers of {@link #transfer} from an offset on. */
  public void writeTransfer(double[] target, int offset) {
    double ca = Math.cos(Math.PI / 4 + firstError);
    double sa = Math.sin(Math.PI / 4 + firstError);
    double cb = Math.cos(Math.PI / 4 + secondError);
    double sb = Math.sin(Math.PI / 4 + secondError);
    double upper = Math.sqrt(arms.innerUpper());
    double lower = Math.sqrt(arms.innerLower());
    double ur = upper * Math.cos(theta);
    double ui = upper * Math.sin(theta);
    double outer = Math.sqrt(arms.outerUpper());
    double pr = outer * Math.cos(phi);
    double pi = outer * Math.sin(phi);
    double below = Math.sqrt(arms.outerLower());
    // With u = √g₃ e^{jθ}, v = √g₄, before the outer arms:
    // t11 = cb u ca − sb v sa,  t12 = j (cb u sa + sb v ca)
    // t21 = j (sb u ca + cb v sa),  t22 = cb v ca − sb u sa
    put(target, offset, cb * ca * ur - sb * sa * lower, cb * ca * ui, pr, pi);
    put(target, offset + 2, -cb * sa * ui, cb * sa * ur + sb * ca * lower, below, 0);
    put(target, offset + 4, -sb * ca * ui, sb * ca * ur + cb * sa * lower, pr, pi);
    put(target, offset + 6, cb * ca * lower - sb * sa * ur, -sb * sa * ui, below, 0);
  }

  private static void put(double[] target, int at, double re, double im, double fr, double fi) {
    target[at] = re * fr - im * fi;
    target[at + 1] = re * fi + im * fr;
  }

  /**
   * Writes T of an interferometer without errors from its closed form: the zeros of cross and bar
   * states come out as zeros.
   */
  static void writeIdeal(double theta, double phi, double[] target) {
    double s = Math.sin(theta / 2);
    double c = Math.cos(theta / 2);
    // j e^{jθ/2} = −sin(θ/2) + j cos(θ/2)
    double er = Math.cos(phi);
    double ei = Math.sin(phi);
    put(target, 0, -s * s, c * s, er, ei);
    put(target, 2, -s * c, c * c, 1, 0);
    put(target, 4, -s * c, c * c, er, ei);
    put(target, 6, s * s, -c * s, 1, 0);
  }
}
