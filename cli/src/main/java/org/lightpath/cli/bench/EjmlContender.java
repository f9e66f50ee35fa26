package org.lightpath.cli.bench;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.ejml.EjmlVersion;
import org.ejml.concurrency.EjmlConcurrency;
import org.ejml.data.DMatrixRMaj;
import org.ejml.data.FMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.CommonOps_FDRM;
import org.ejml.dense.row.CommonOps_MT_DDRM;
import org.ejml.dense.row.CommonOps_MT_FDRM;
import org.lightpath.core.engine.DeviceCeilings;
import org.lightpath.core.field.Precision;
import org.lightpath.core.field.RealMatrix;
import org.lightpath.core.plan.ReceiverNoise;

/**
 * EJML's dense matrices, as one multiplies in Java; the noise of {@link ProductEffect#RECEIVER}
 * from the norms of rows and columns and Java's ziggurat, as one would write it there.
 */
final class EjmlContender implements ProductContender {
  private final Contender host;

  /**
   * A contender.
   *
   * @param host measures what as many cores can do
   */
  EjmlContender(Contender host) {
    this.host = host;
  }

  @Override
  public String name() {
    return "EJML";
  }

  @Override
  public String detail() {
    return "EJML %s, CommonOps%s".formatted(EjmlVersion.VERSION, threads() > 1 ? "_MT" : "");
  }

  @Override
  public int threads() {
    return host.threads();
  }

  @Override
  public boolean onHost() {
    return true;
  }

  @Override
  public boolean supports(ProductCase c, ProductEffect effect) {
    return effect == ProductEffect.NOISELESS || effect == ProductEffect.RECEIVER;
  }

  @Override
  public Optional<DeviceCeilings> ceilings(Precision precision, long workingSetBytes) {
    return host.ceilings(precision, workingSetBytes);
  }

  @Override
  public Prepared prepare(ProductCase c, ProductEffect effect, Operands operands) {
    boolean noisy = effect == ProductEffect.RECEIVER;
    return c.precision() == Precision.SINGLE
        ? new SinglePrecision(c, noisy, threads(), operands)
        : new DoublePrecision(c, noisy, threads(), operands);
  }

  @Override
  public void close() {
    host.close();
  }

  /** Heap matrices of both precisions have the same life. */
  private abstract static class Base implements Prepared {
    final ProductCase c;
    private final boolean noisy;
    private final int threads;
    private final ReceiverNoise noise;
    private final SplittableRandom random = new SplittableRandom(ProductCase.SEED);

    Base(ProductCase c, boolean noisy, int threads) {
      this.c = c;
      this.noisy = noisy;
      this.threads = threads;
      this.noise = ProductEffect.RECEIVER.plan(c).readout().noise();
    }

    /** C = A·B of one matrix of the batch. */
    abstract void multiply(int matrix, boolean parallel);

    abstract double left(int matrix, int at);

    abstract double right(int matrix, int at);

    abstract double result(int matrix, int at);

    abstract void add(int matrix, int at, double value);

    @Override
    public void run() {
      if (threads > 1) {
        EjmlConcurrency.setMaxThreads(threads);
      }
      for (int matrix = 0; matrix < c.batch(); matrix++) {
        multiply(matrix, threads > 1);
        if (noisy) {
          addNoise(matrix);
        }
      }
    }

    private void addNoise(int matrix) {
      double[] rows = rowNorms(matrix);
      double[] columns = columnNorms(matrix);
      for (int at = 0; at < rows.length * columns.length; at++) {
        double variance = rows[at / columns.length] + columns[at % columns.length];
        add(matrix, at, Math.sqrt(variance) * random.nextGaussian());
      }
    }

    /** c₀ + c_A Σ_k a_ik². */
    private double[] rowNorms(int matrix) {
      double[] norms = new double[c.rows()];
      for (int i = 0; i < norms.length; i++) {
        double sum = 0;
        for (int k = 0; k < c.inner(); k++) {
          double a = left(matrix, i * c.inner() + k);
          sum += a * a;
        }
        norms[i] = noise.constant() + noise.left() * sum;
      }
      return norms;
    }

    /** c_B Σ_k b_kj². */
    private double[] columnNorms(int matrix) {
      double[] norms = new double[c.columns()];
      for (int k = 0; k < c.inner(); k++) {
        for (int j = 0; j < norms.length; j++) {
          double b = right(matrix, k * norms.length + j);
          norms[j] += noise.right() * b * b;
        }
      }
      return norms;
    }

    /** Of the first product of the batch: 1 ± 1/√(2·outputs). */
    @Override
    public OptionalDouble deviationRatio() {
      if (!noisy) {
        return OptionalDouble.empty();
      }
      multiply(0, threads > 1);
      int outputs = c.rows() * c.columns();
      double[] exact = IntStream.range(0, outputs).mapToDouble(at -> result(0, at)).toArray();
      addNoise(0);
      double[] rows = rowNorms(0);
      double[] columns = columnNorms(0);
      double sum = 0;
      for (int at = 0; at < outputs; at++) {
        double distance = result(0, at) - exact[at];
        sum += distance * distance / (rows[at / c.columns()] + columns[at % c.columns()]);
      }
      return OptionalDouble.of(Math.sqrt(sum / outputs));
    }

    @Override
    public void store(RealMatrix target) {
      int each = c.rows() * c.columns();
      for (int matrix = 0; matrix < c.batch(); matrix++) {
        for (int at = 0; at < each; at++) {
          target.setReal((long) matrix * each + at, result(matrix, at));
        }
      }
    }

    @Override
    public long memoryBytes() {
      return c.elements() * c.precision().realBytes();
    }

    @Override
    public void close() {}
  }

  /** Single precision. */
  private static final class SinglePrecision extends Base {
    private final FMatrixRMaj[] left;
    private final FMatrixRMaj[] right;
    private final FMatrixRMaj[] result;

    SinglePrecision(ProductCase c, boolean noisy, int threads, Operands operands) {
      super(c, noisy, threads);
      left = copies(operands.left(), c.rows(), c.inner());
      right = copies(operands.right(), c.inner(), c.columns());
      result = new FMatrixRMaj[c.batch()];
      for (int matrix = 0; matrix < result.length; matrix++) {
        result[matrix] = new FMatrixRMaj(c.rows(), c.columns());
      }
    }

    private FMatrixRMaj[] copies(RealMatrix source, int rows, int columns) {
      FMatrixRMaj[] copies = new FMatrixRMaj[c.batch()];
      for (int matrix = 0; matrix < copies.length; matrix++) {
        copies[matrix] = new FMatrixRMaj(rows, columns);
        for (int at = 0; at < rows * columns; at++) {
          copies[matrix].data[at] = (float) source.real((long) matrix * rows * columns + at);
        }
      }
      return copies;
    }

    @Override
    void multiply(int matrix, boolean parallel) {
      if (parallel) {
        CommonOps_MT_FDRM.mult(left[matrix], right[matrix], result[matrix]);
      } else {
        CommonOps_FDRM.mult(left[matrix], right[matrix], result[matrix]);
      }
    }

    @Override
    double left(int matrix, int at) {
      return left[matrix].data[at];
    }

    @Override
    double right(int matrix, int at) {
      return right[matrix].data[at];
    }

    @Override
    double result(int matrix, int at) {
      return result[matrix].data[at];
    }

    @Override
    void add(int matrix, int at, double value) {
      result[matrix].data[at] += (float) value;
    }
  }

  /** Double precision. */
  private static final class DoublePrecision extends Base {
    private final DMatrixRMaj[] left;
    private final DMatrixRMaj[] right;
    private final DMatrixRMaj[] result;

    DoublePrecision(ProductCase c, boolean noisy, int threads, Operands operands) {
      super(c, noisy, threads);
      left = copies(operands.left(), c.rows(), c.inner());
      right = copies(operands.right(), c.inner(), c.columns());
      result = new DMatrixRMaj[c.batch()];
      for (int matrix = 0; matrix < result.length; matrix++) {
        result[matrix] = new DMatrixRMaj(c.rows(), c.columns());
      }
    }

    private DMatrixRMaj[] copies(RealMatrix source, int rows, int columns) {
      DMatrixRMaj[] copies = new DMatrixRMaj[c.batch()];
      for (int matrix = 0; matrix < copies.length; matrix++) {
        copies[matrix] = new DMatrixRMaj(rows, columns);
        for (int at = 0; at < rows * columns; at++) {
          copies[matrix].data[at] = source.real((long) matrix * rows * columns + at);
        }
      }
      return copies;
    }

    @Override
    void multiply(int matrix, boolean parallel) {
      if (parallel) {
        CommonOps_MT_DDRM.mult(left[matrix], right[matrix], result[matrix]);
      } else {
        CommonOps_DDRM.mult(left[matrix], right[matrix], result[matrix]);
      }
    }

    @Override
    double left(int matrix, int at) {
      return left[matrix].data[at];
    }

    @Override
    double right(int matrix, int at) {
      return right[matrix].data[at];
    }

    @Override
    double result(int matrix, int at) {
      return result[matrix].data[at];
    }

    @Override
    void add(int matrix, int at, double value) {
      result[matrix].data[at] += value;
    }
  }
}
