package org.lightpath.core.reference;

import org.jspecify.annotations.Nullable;
import org.lightpath.core.engine.DeviceMatrix;
import org.lightpath.core.engine.MatmulCounts;
import org.lightpath.core.engine.MatmulOperands;
import org.lightpath.core.engine.MatmulProgram;
import org.lightpath.core.engine.MatmulRun;
import org.lightpath.core.engine.MatrixChecks;
import org.lightpath.core.plan.MatmulPlan;
import org.lightpath.core.plan.MatmulShape;
import org.lightpath.core.plan.ProductVariance;

/** A product as its plan is written: sum by sum, readout by readout. */
final class ReferenceMatmul implements MatmulProgram {
  private final MatmulPlan plan;
  private final ReferenceEncoder left;
  private final ReferenceEncoder right;
  private final ReferenceReceiver receiver;
  private long runs;

  ReferenceMatmul(MatmulPlan plan) {
    this.plan = plan;
    this.left = new ReferenceEncoder(plan.left());
    this.right = new ReferenceEncoder(plan.right());
    this.receiver = new ReferenceReceiver(plan.readout());
  }

  @Override
  public MatmulPlan plan() {
    return plan;
  }

  @Override
  public void run(MatmulOperands operands, MatmulRun run) {
    MatrixChecks.requireFits(plan, operands, ReferenceMatrix.class::isInstance);
    double[] a = ((ReferenceMatrix) operands.left()).values;
    double[] b = ((ReferenceMatrix) operands.right()).values;
    double[] c = ((ReferenceMatrix) operands.result()).values;
    DeviceMatrix variance = operands.variance();
    double[] v = variance == null ? null : ((ReferenceMatrix) variance).values;
    MatmulShape shape = plan.shape();
    double[][] columns = new double[0][];
    for (int batch = 0; batch < shape.batch(); batch++) {
      if (batch == 0 || !shape.sharedRight()) {
        columns = columns(b, batch, run);
      }
      double[][] variances = v == null ? null : stored(v, shape.sharedRight() ? 0 : batch);
      for (int row = 0; row < shape.rows(); row++) {
        double[] stream = row(a, batch, row, run);
        multiply(stream, columns, variances, new Place(batch, row), run, c);
      }
    }
    runs++;
  }

  /** Which row of the batch. */
  private record Place(int batch, int row) {}

  private void multiply(
      double[] a,
      double[][] columns,
      double @Nullable [][] variances,
      Place place,
      MatmulRun run,
      double[] c) {
    MatmulShape shape = plan.shape();
    for (int j = 0; j < shape.columns(); j++) {
      double sum = 0;
      for (int window = 0; window < plan.windows(); window++) {
        double[] v = variances == null ? null : variances[j];
        long index =
            (((long) window * shape.batch() + place.batch) * shape.rows() + place.row)
                    * shape.columns()
                + j;
        sum += receiver.read(light(a, columns[j], v, window), run.sample(), index);
      }
      c[(int) shape.result().index(place.batch, place.row, j)] =
          run.leftScale()
              * run.rightScale()
              * (plan.readout().correction().gain(j) * sum + plan.readout().correction().offset(j));
    }
  }

  /** Sum and shot variance of one window. */
  private ReferenceReceiver.Light light(double[] a, double[] b, double @Nullable [] v, int window) {
    int length = plan.readout().integrationLength();
    int from = window * length;
    int to = (int) Math.min(plan.shape().inner(), (long) from + length);
    double y = 0;
    double squaresA = 0;
    double squaresB = 0;
    double product = 0;
    for (int k = from; k < to; k++) {
      y +=
          plan.weights().product(k) * a[k] * b[k]
              + plan.weights().left(k) * a[k] * a[k]
              + plan.weights().right(k) * b[k] * b[k];
      squaresA += a[k] * a[k];
      squaresB += b[k] * b[k];
      product += product(a[k], b[k], v == null ? 0 : v[k]);
    }
    double shot =
        plan.readout().noise().left() * squaresA
            + plan.readout().noise().right() * squaresB
            + product;
    return new ReferenceReceiver.Light(y, shot);
  }

  private double product(double a, double b, double v) {
    ProductVariance second = plan.readout().noise().product();
    if (second == null) {
      return 0;
    }
    double factor =
        switch (second.right()) {
          case ABSOLUTE -> Math.abs(b);
          case SQUARE -> b * b;
          case GIVEN -> v;
        };
    return second.coefficient() * (second.leftPower() == 1 ? Math.abs(a) : a * a) * factor;
  }

  private double[] row(double[] a, int batch, int row, MatmulRun run) {
    double[] stream = new double[plan.shape().inner()];
    for (int k = 0; k < stream.length; k++) {
      long index = plan.shape().left().index(batch, row, k);
      stream[k] = left.emit(a[(int) index], run.leftScale(), run.sample(), index);
    }
    left.remember(stream);
    return stream;
  }

  private double[][] columns(double[] b, int batch, MatmulRun run) {
    double[][] streams = stored(b, batch);
    for (int j = 0; j < streams.length; j++) {
      for (int k = 0; k < streams[j].length; k++) {
        long index = ((long) batch * plan.shape().inner() + k) * plan.shape().columns() + j;
        streams[j][k] = right.emit(streams[j][k], run.rightScale(), run.sample(), index);
      }
      right.remember(streams[j]);
    }
    return streams;
  }

  /** Columns of a matrix in the shape of B, each along k. */
  private double[][] stored(double[] b, int batch) {
    MatmulShape shape = plan.shape();
    double[][] columns = new double[shape.columns()][shape.inner()];
    for (int j = 0; j < shape.columns(); j++) {
      for (int k = 0; k < shape.inner(); k++) {
        long index =
            shape.transposedRight()
                ? shape.right().index(batch, j, k)
                : shape.right().index(batch, k, j);
        columns[j][k] = b[(int) index];
      }
    }
    return columns;
  }

  @Override
  public MatmulCounts counts() {
    return new MatmulCounts(runs, left.clipped(), right.clipped(), receiver.clipped());
  }

  @Override
  public void close() {}
}
