package org.lightpath.cli.bench;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.lightpath.core.engine.DeviceCeilings;
import org.lightpath.core.field.Precision;
import org.lightpath.core.field.RealMatrix;
import org.lightpath.core.plan.MatmulShape;
import org.lightpath.core.plan.ReceiverNoise;

/**
 * Noise as peers draw it: a normal number for each term of each sum, C_ij = Σ_k (a_ik b_kj + σ_ijk
 * n_ijk) with σ_ijk² = c_A a_ik² + c_B b_kj² + c₀/K, so that C has the distribution of {@link
 * ProductEffect#RECEIVER}.
 *
 * <p>Kinder to the way of peers than their array libraries are: terms stay in registers instead of
 * arrays of M·N·K, and the normals are those of Java's ziggurat. It computes a corner of C; its
 * time for all of C is extrapolated.
 */
final class PerMultiplyContender implements ProductContender {
  private static final int CORNER = 64;

  /** A contender. */
  PerMultiplyContender() {}

  @Override
  public String name() {
    return "per multiply";
  }

  @Override
  public String detail() {
    return "one normal for each (i, j, k), on %d x %d outputs, extrapolated"
        .formatted(CORNER, CORNER);
  }

  @Override
  public int threads() {
    return 1;
  }

  @Override
  public boolean onHost() {
    return true;
  }

  @Override
  public boolean supports(ProductCase c, ProductEffect effect) {
    return effect == ProductEffect.PER_MULTIPLY;
  }

  @Override
  public Optional<DeviceCeilings> ceilings(Precision precision, long workingSetBytes) {
    return Optional.empty();
  }

  @Override
  public Corner prepare(ProductCase c, ProductEffect effect, Operands operands) {
    return new Corner(c, operands);
  }

  @Override
  public void close() {}

  /** The first rows and columns of the first product. */
  static final class Corner implements Prepared {
    private final MatmulShape shape;
    private final ReceiverNoise noise;
    private final int rows;
    private final int columns;
    private final double[][] left;
    private final double[][] right;
    private final double[] result;
    private final double[] exact;
    private final double[] variance;
    private final SplittableRandom random = new SplittableRandom(ProductCase.SEED);

    Corner(ProductCase c, Operands operands) {
      this.shape = c.shape();
      this.noise = ProductEffect.PER_MULTIPLY.plan(c).readout().noise();
      this.rows = Math.min(CORNER, c.rows());
      this.columns = Math.min(CORNER, c.columns());
      this.left = new double[rows][c.inner()];
      this.right = new double[columns][c.inner()];
      this.result = new double[rows * columns];
      this.exact = new double[rows * columns];
      this.variance = new double[rows * columns];
      for (int k = 0; k < c.inner(); k++) {
        for (int i = 0; i < rows; i++) {
          left[i][k] = operands.left().get(0, i, k);
        }
        for (int j = 0; j < columns; j++) {
          right[j][k] = operands.right().get(0, k, j);
        }
      }
      expect();
    }

    private void expect() {
      for (int at = 0; at < result.length; at++) {
        double[] a = left[at / columns];
        double[] b = right[at % columns];
        variance[at] = noise.constant();
        for (int k = 0; k < a.length; k++) {
          exact[at] += a[k] * b[k];
          variance[at] += noise.left() * a[k] * a[k] + noise.right() * b[k] * b[k];
        }
      }
    }

    @Override
    public void run() {
      for (int at = 0; at < result.length; at++) {
        result[at] = sum(left[at / columns], right[at % columns]);
      }
    }

    private double sum(double[] a, double[] b) {
      double constant = noise.constant() / a.length;
      double sum = 0;
      for (int k = 0; k < a.length; k++) {
        double term = constant + noise.left() * a[k] * a[k] + noise.right() * b[k] * b[k];
        sum += a[k] * b[k] + Math.sqrt(term) * random.nextGaussian();
      }
      return sum;
    }

    /** Of a run that is made for it: 1 ± 1/√(2·outputs). */
    @Override
    public OptionalDouble deviationRatio() {
      run();
      double sum = 0;
      for (int at = 0; at < result.length; at++) {
        sum += (result[at] - exact[at]) * (result[at] - exact[at]) / variance[at];
      }
      return OptionalDouble.of(Math.sqrt(sum / result.length));
    }

    @Override
    public void store(RealMatrix target) {
      for (int at = 0; at < result.length; at++) {
        target.set(0, at / columns, at % columns, result[at]);
      }
    }

    @Override
    public double share() {
      return (double) result.length / shape.result().elements();
    }

    @Override
    public long memoryBytes() {
      return 0;
    }

    @Override
    public void close() {}
  }
}
