package org.lightpath.fiber.transceiver;

import org.lightpath.core.random.Philox;

/**
 * Symbols as a pure function of (seed, channel, polarisation, index): the same whatever the batch,
 * the order or the length of the window.
 */
final class SymbolSource {
  /**
   * Philox streams of this package. Amplifiers count up from 0x0100_0000 (see {@code
   * LinkPropagation}): a thousand million of them fit below.
   */
  private static final int SYMBOL_STREAM = 0x53594D42; // "SYMB"

  private static final int LASER_STREAM = 0x4C415345; // "LASE"

  private SymbolSource() {}

  /** Labels of a discrete format: the upper bits of the first Philox word of each symbol. */
  static int[] labels(ModulationFormat format, long seed, int row, int count) {
    int[] words = new int[4];
    int[] labels = new int[count];
    for (int m = 0; m < count; m++) {
      Philox.words(seed, SYMBOL_STREAM, row, m, words);
      labels[m] = words[0] >>> (Integer.SIZE - format.bitsPerSymbol());
    }
    return labels;
  }

  /** Circular Gaussian symbols with E|x|² = 1. */
  static ComplexSamples gaussian(long seed, int row, int count) {
    return normals(seed, SYMBOL_STREAM, row, count, Math.sqrt(0.5));
  }

  /** Independent normal pairs of unit variance for the phase noise of a channel's laser. */
  static ComplexSamples laserNormals(long seed, int channel, int count) {
    return normals(seed, LASER_STREAM, channel, count, 1);
  }

  private static ComplexSamples normals(long seed, int stream, int row, int count, double scale) {
    int[] words = new int[4];
    double[] normal = new double[2];
    double[] re = new double[count];
    double[] im = new double[count];
    for (int m = 0; m < count; m++) {
      Philox.complexNormal(seed, stream, row, m, words, normal);
      re[m] = normal[0] * scale;
      im[m] = normal[1] * scale;
    }
    return new ComplexSamples(re, im);
  }
}
