package org.lightpath.photonic.core;

/**
 * A matrix as a chip makes it, for instance by a mesh U S V†: pluggable, so that any decomposition
 * and error model can stand behind a {@link MeshCore}.
 */
public interface RealisedMatrix {
  /** Realises every matrix exactly, without loss. */
  RealisedMatrix IDEAL =
      new RealisedMatrix() {
        @Override
        public Transfer realise(double[][] target, long chip) {
          return new Transfer(target, new double[target.length][target[0].length]);
        }

        @Override
        public double transmission(int outputs, int inputs) {
          return 1;
        }
      };

  /**
   * The transfer matrix of a chip that is set to a target.
   *
   * @param target [output][input], real, of a spectral norm of at most 1
   * @param chip seed: the same number is the same chip for every target
   * @return fields out over fields in, without the loss that {@link #transmission} counts; no entry
   *     beyond 1 in modulus
   */
  Transfer realise(double[][] target, long chip);

  /** Power that a chip of this size lets through, common to all paths, in (0, 1]. */
  double transmission(int outputs, int inputs);

  /** A complex matrix, [output][input]. */
  final class Transfer {
    private final double[][] real;
    private final double[][] imaginary;

    /** From both parts, not copied. */
    public Transfer(double[][] real, double[][] imaginary) {
      this.real = real;
      this.imaginary = imaginary;
    }

    /** Real part of an entry. */
    public double real(int output, int input) {
      return real[output][input];
    }

    /** Imaginary part of an entry. */
    public double imaginary(int output, int input) {
      return imaginary[output][input];
    }
  }
}
