package org.lightpath.photonic.core;

import org.lightpath.core.field.RealMatrix;
import org.lightpath.core.plan.MatmulShape;
import org.lightpath.core.random.Philox;
import org.lightpath.core.random.Poisson;

/**
 * Draws for every multiplication, on the host, in plain loops: slow, and the judge of everything
 * that draws once for each readout.
 *
 * <p>Each method gives a number of independent draws of one output Σ_k x_k w_k.
 *
 * @param seed of the draws
 */
public record PerMultiplyMonteCarlo(long seed) {
  private static final int PLUS = 64;
  private static final int MINUS = 65;
  private static final int PHASE = 66;
  private static final int CELLS = 67;
  private static final int PRODUCT = 68;

  private static void requireSame(double[] x, double[] w) {
    if (x.length != w.length || x.length == 0) {
      throw new IllegalArgumentException(
          "product of %d inputs and %d weights: expected the same number of at least one"
              .formatted(x.length, w.length));
    }
  }

  /**
   * Homodyne detection step by step: in each step both diodes count Poisson numbers of mean ½(αx ±
   * βw)²; their differences are added and divided by 2αβ.
   *
   * @param left α², photoelectrons of one step at x = 1
   * @param right β²
   */
  public double[] homodyne(double[] x, double[] w, double left, double right, int draws) {
    requireSame(x, w);
    double unit = 2 * Math.sqrt(left) * Math.sqrt(right);
    double[] result = new double[draws];
    int[] words = new int[4];
    for (int draw = 0; draw < draws; draw++) {
      double sum = 0;
      for (int k = 0; k < x.length; k++) {
        double a = Math.sqrt(left) * x[k];
        double b = Math.sqrt(right) * w[k];
        sum += Poisson.draw((a + b) * (a + b) / 2, seed, PLUS, draw, k, words);
        sum -= Poisson.draw((a - b) * (a - b) / 2, seed, MINUS, draw, k, words);
      }
      result[draw] = sum / unit;
    }
    return result;
  }

  /**
   * Intensities term by term: diodes count P |x| T⁺ and P |x| T⁻, exchanged for negative x.
   *
   * @param light P, photoelectrons of one term at full light
   */
  public double[] intensity(double[] x, double[] plus, double[] minus, double light, int draws) {
    requireSame(x, plus);
    requireSame(x, minus);
    double[] result = new double[draws];
    int[] words = new int[4];
    for (int draw = 0; draw < draws; draw++) {
      double sum = 0;
      for (int k = 0; k < x.length; k++) {
        double sign = Math.signum(x[k]);
        double full = light * Math.abs(x[k]);
        sum += sign * Poisson.draw(full * plus[k], seed, PLUS, draw, k, words);
        sum -= sign * Poisson.draw(full * minus[k], seed, MINUS, draw, k, words);
      }
      result[draw] = sum / light;
    }
    return result;
  }

  /** Σ x w cos(N(0, σ²)), a fresh phase error [rad] for each multiplication: exact and slow. */
  public double[] phasePerUse(double[] x, double[] w, double deviation, int draws) {
    requireSame(x, w);
    double[] result = new double[draws];
    Normals normals = new Normals(PHASE);
    for (int draw = 0; draw < draws; draw++) {
      for (int k = 0; k < x.length; k++) {
        result[draw] += x[k] * w[k] * Math.cos(deviation * normals.draw(draw, k));
      }
    }
    return result;
  }

  /**
   * A whole product with a fresh phase error for each (i,j,k): what a moment-matched plan stands
   * for, exact and slow.
   *
   * @param deviation σ [rad]
   * @param sample number of the draw
   * @return C in the layout of the shape's result
   */
  public double[] phasePerUse(
      MatmulShape shape, RealMatrix left, RealMatrix right, double deviation, int sample) {
    double[][][] weights = HostMatrices.read(right, shape, 1);
    double[] result = new double[Math.toIntExact(shape.result().elements())];
    Normals normals = new Normals(PRODUCT);
    long use = 0;
    for (int i = 0; i < result.length; i++) {
      int row = i / shape.columns();
      double[][] matrix = weights[shape.sharedRight() ? 0 : row / shape.rows()];
      for (int k = 0; k < shape.inner(); k++) {
        double x = left.get(row / shape.rows(), row % shape.rows(), k);
        double phase = deviation * normals.draw(sample, use++);
        result[i] += x * matrix[k][i % shape.columns()] * Math.cos(phase);
      }
    }
    return result;
  }

  /** Σ x (w + σ n), noise of each memory cell at each read. Variance σ² ‖x‖². */
  public double[] additiveCells(double[] x, double[] w, double deviation, int draws) {
    return cells(x, w, deviation, false, draws);
  }

  /** Σ x (w + σ √|w| n), as phase-change cells have it. Variance σ² Σ |w| x². */
  public double[] conductanceCells(double[] x, double[] w, double deviation, int draws) {
    return cells(x, w, deviation, true, draws);
  }

  private double[] cells(double[] x, double[] w, double deviation, boolean conductance, int draws) {
    requireSame(x, w);
    double[] result = new double[draws];
    Normals normals = new Normals(CELLS);
    for (int draw = 0; draw < draws; draw++) {
      for (int k = 0; k < x.length; k++) {
        double scale = conductance ? Math.sqrt(Math.abs(w[k])) : 1;
        result[draw] += x[k] * (w[k] + deviation * scale * normals.draw(draw, k));
      }
    }
    return result;
  }

  /** One normal for each (draw, term) of a stream. */
  private final class Normals {
    private final int stream;
    private final int[] words = new int[4];
    private final double[] normal = new double[2];

    Normals(int stream) {
      this.stream = stream;
    }

    double draw(int draw, long term) {
      Philox.complexNormal(seed, stream, draw, term, words, normal);
      return normal[0];
    }
  }
}
