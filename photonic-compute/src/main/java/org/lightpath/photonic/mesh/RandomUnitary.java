package org.lightpath.photonic.mesh;

import org.lightpath.core.random.Philox;

/**
 * Random unitary matrices, uniform in the Haar measure.
 *
 * <p>Subgroup algorithm (Diaconis and Shahshahani 1987; Stewart 1980): Q_N = G(x) diag(1, Q_{N−1}),
 * where x is a vector of N complex normals and G(x) a reflection with G(x) e₁ = x/‖x‖. Same
 * distribution as Q of the QR decomposition of a complex normal matrix with positive diagonal of R,
 * at half the cost.
 */
public final class RandomUnitary {
  /** Philox stream "HAAR"; substream = size of the vector, element = its component. */
  static final int STREAM = 0x48414152;

  private RandomUnitary() {}

  /**
   * A Haar-random unitary matrix: the same for the same size and seed everywhere.
   *
   * @param size N, at least 1
   */
  public static ComplexMatrix haar(int size, long seed) {
    Block block = Block.identity(size);
    int[] words = new int[4];
    double[] normal = new double[2];
    for (int first = size - 1; first >= 0; first--) {
      int length = size - first;
      double[] re = new double[length];
      double[] im = new double[length];
      for (int i = 0; i < length; i++) {
        Philox.complexNormal(seed, STREAM, length, i, words, normal);
        re[i] = normal[0];
        im[i] = normal[1];
      }
      Reflector reflector = new Reflector(re, im);
      // H e₁ = x/β, so H diag(β/‖x‖, 1, …) sends e₁ to x/‖x‖.
      double norm = Math.hypot(reflector.betaRe(), reflector.betaIm());
      block.re()[first * size + first] = reflector.betaRe() / norm;
      block.im()[first * size + first] = reflector.betaIm() / norm;
      reflector.fromLeft(block, first, first);
    }
    return block.matrix();
  }
}
