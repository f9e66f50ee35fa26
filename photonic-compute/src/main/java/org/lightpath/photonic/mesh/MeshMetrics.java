package org.lightpath.photonic.mesh;

/**
 * How close a realised matrix V is to the wanted unitary matrix U.
 *
 * <p>Laws for meshes of a Haar-random U without loss. Independent normal errors multiply the mean
 * of Re Tr(U†V)/N over chips by one factor for each block that light meets on its way (e^{−s²} for
 * its two couplers, e^{−s²/2} for its two phases), and it meets N − 1 of them on average; the phase
 * of the screen adds e^{−s²/2}. Neglected is the spread of that number over paths, of little
 * consequence in rectangular meshes and somewhat more in triangular ones.
 *
 * <ul>
 *   <li>coupler errors of standard deviation s: {@code E = √(2(1 − exp(−(N−1)s²)))}, {@code F =
 *       exp(−2(N−1)s²)}; to first order E = √(2(N−1)) s
 *   <li>phase errors s on θ, φ and the outputs: {@code E = √(2(1 − exp(−N s²/2)))}, {@code F =
 *       exp(−(N−1)s²)}
 * </ul>
 *
 * <p>E is the root mean square over chips. F ignores a phase common to all outputs, E does not.
 */
public final class MeshMetrics {
  private MeshMetrics() {}

  /** Fidelity {@code F = |Tr(U†V)|²/N²}: 1 for V = U up to a common phase. Loss lowers it. */
  public static double fidelity(ComplexMatrix wanted, ComplexMatrix realised) {
    double n = wanted.rows();
    return overlap(wanted, realised) / (n * n);
  }

  /**
   * Fidelity of the shape alone, {@code |Tr(U†V)|²/(Tr(U†U) Tr(V†V))}: a loss common to all paths
   * does not count.
   */
  public static double lossNormalisedFidelity(ComplexMatrix wanted, ComplexMatrix realised) {
    double norms = wanted.frobeniusNorm() * realised.frobeniusNorm();
    return overlap(wanted, realised) / (norms * norms);
  }

  /** |Tr(U†V)|² */
  private static double overlap(ComplexMatrix wanted, ComplexMatrix realised) {
    realised.requireShape(wanted.rows(), wanted.columns());
    double re = 0;
    double im = 0;
    for (int i = 0; i < wanted.rows(); i++) {
      for (int j = 0; j < wanted.columns(); j++) {
        double wr = wanted.re(i, j);
        double wi = wanted.im(i, j);
        re += wr * realised.re(i, j) + wi * realised.im(i, j);
        im += wr * realised.im(i, j) - wi * realised.re(i, j);
      }
    }
    return re * re + im * im;
  }

  /** Amplitude error {@code E = ‖V − U‖_F/√N}. */
  public static double amplitudeError(ComplexMatrix wanted, ComplexMatrix realised) {
    return realised.minus(wanted).frobeniusNorm() / Math.sqrt(wanted.rows());
  }

  /** Insertion loss over the inputs of a realised matrix. */
  public static InsertionLoss insertionLoss(ComplexMatrix realised) {
    double sum = 0;
    double least = Double.POSITIVE_INFINITY;
    double most = 0;
    for (int input = 0; input < realised.columns(); input++) {
      double transmission = 0;
      for (int output = 0; output < realised.rows(); output++) {
        double re = realised.re(output, input);
        double im = realised.im(output, input);
        transmission += re * re + im * im;
      }
      sum += transmission;
      least = Math.min(least, transmission);
      most = Math.max(most, transmission);
    }
    return new InsertionLoss(decibels(sum / realised.columns()), decibels(most), decibels(least));
  }

  private static double decibels(double transmission) {
    return -10 * Math.log10(transmission);
  }

  /** Root mean square amplitude error that coupler errors cause: √(2(1 − exp(−(N−1)s²))). */
  public static double splitterAmplitudeError(int modes, double sigma) {
    return Math.sqrt(-2 * Math.expm1(-(modes - 1) * sigma * sigma));
  }

  /** Fidelity that coupler errors leave: exp(−2(N−1)s²). */
  public static double splitterFidelity(int modes, double sigma) {
    return Math.exp(-2 * (modes - 1) * sigma * sigma);
  }

  /** Root mean square amplitude error that phase errors cause: √(2(1 − exp(−N s²/2))). */
  public static double phaseAmplitudeError(int modes, double sigma) {
    return Math.sqrt(-2 * Math.expm1(-modes * sigma * sigma / 2));
  }

  /** Fidelity that phase errors leave: exp(−(N−1)s²). */
  public static double phaseFidelity(int modes, double sigma) {
    return Math.exp(-(modes - 1) * sigma * sigma);
  }
}
