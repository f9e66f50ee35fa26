package org.lightpath.photonic.core;

import java.util.Objects;
import org.lightpath.core.engine.MatmulRun;
import org.lightpath.core.field.RealMatrix;
import org.lightpath.core.plan.ColumnCorrection;
import org.lightpath.core.plan.MatmulPlan;
import org.lightpath.core.plan.MatmulShape;

/**
 * A product as a core does it: the plan, the scales of a run, and what the host does to the
 * operands before they are uploaded.
 *
 * <p>Where {@link #leftIsDirect()} and {@link #rightIsDirect()}, operands that are on the device
 * already can be used as they are, with {@link #plan()}. Otherwise {@link #left} and {@link #right}
 * give the matrices to upload, once for each operand, and {@link #plan(RightOperand)} the plan that
 * belongs to the right one.
 */
public final class PreparedProduct {
  private final ProductRequest request;
  private final MatmulPlan plan;
  private final CoreDescription description;
  private final HostTransforms host;
  private final ColumnCorrection calibration;

  PreparedProduct(
      ProductRequest request, MatmulPlan plan, CoreDescription description, HostTransforms host) {
    this(request, plan, description, host, ColumnCorrection.NONE);
  }

  private PreparedProduct(
      ProductRequest request,
      MatmulPlan plan,
      CoreDescription description,
      HostTransforms host,
      ColumnCorrection calibration) {
    this.request = Objects.requireNonNull(request);
    this.plan = Objects.requireNonNull(plan);
    this.description = Objects.requireNonNull(description);
    this.host = Objects.requireNonNull(host);
    this.calibration = Objects.requireNonNull(calibration);
  }

  /** The product that was asked for. */
  public ProductRequest request() {
    return request;
  }

  /** What the core does. */
  public CoreDescription description() {
    return description;
  }

  /** Whether A is uploaded as it is. */
  public boolean leftIsDirect() {
    return host.left() == null;
  }

  /** Whether B is uploaded as it is, and the plan is the same for every B. */
  public boolean rightIsDirect() {
    return host.right() == null;
  }

  /**
   * The plan for operands that are uploaded as they are.
   *
   * @throws IllegalStateException if the right operand needs the host
   */
  public MatmulPlan plan() {
    if (!rightIsDirect()) {
      throw new IllegalStateException(
          description.core()
              + ": the plan depends on the right operand; ask for plan(right(matrix))");
    }
    return corrected(plan.readout().correction());
  }

  /** The plan for a right operand. */
  public MatmulPlan plan(RightOperand right) {
    return corrected(right.correction());
  }

  /** Scales of a run and the number of its draw. */
  public MatmulRun run(int sample) {
    OperandRange range = request.range();
    return new MatmulRun(
        leftIsDirect() ? range.leftScale() : 1, rightIsDirect() ? range.rightScale() : 1, sample);
  }

  /**
   * With a digital correction behind the core's own: C ← gain_j C + s_A s_B offset_j.
   *
   * @param other as a calibration found it
   */
  public PreparedProduct withCalibration(ColumnCorrection other) {
    return new PreparedProduct(request, plan, description, host, other);
  }

  /**
   * A ready to be uploaded, in the shape of the plan. The caller closes it.
   *
   * @throws IllegalArgumentException if the shape is not the product's
   */
  public RealMatrix left(RealMatrix matrix) {
    if (!matrix.shape().equals(request.shape().left())) {
      throw new IllegalArgumentException(
          "left operand: expected %s, got %s".formatted(request.shape().left(), matrix.shape()));
    }
    HostTransforms.Rows transform = host.left();
    if (transform == null) {
      return RealMatrix.of(matrix.shape(), request.precision(), matrix.toArray());
    }
    RealMatrix result = RealMatrix.allocate(plan.shape().left(), request.precision());
    double[] row = new double[request.shape().inner()];
    for (int batch = 0; batch < request.shape().batch(); batch++) {
      for (int i = 0; i < request.shape().rows(); i++) {
        for (int k = 0; k < row.length; k++) {
          row[k] = matrix.get(batch, i, k) / request.range().leftScale();
        }
        double[] values = transform.apply(row);
        for (int k = 0; k < values.length; k++) {
          result.set(batch, i, k, values[k]);
        }
      }
    }
    return result;
  }

  /**
   * B ready to be uploaded: static effects of the chip are in it. The caller closes it.
   *
   * @throws IllegalArgumentException if the shape is not the product's
   */
  public RightOperand right(RealMatrix matrix) {
    MatmulShape shape = request.shape();
    HostTransforms.Matrices transform = host.right();
    if (transform == null) {
      HostMatrices.read(matrix, shape, 1);
      return new RightOperand(
          RealMatrix.of(matrix.shape(), request.precision(), matrix.toArray()),
          null,
          plan.readout().correction(),
          0);
    }
    Realised realised =
        transform.apply(HostMatrices.read(matrix, shape, request.range().rightScale()));
    double[][][] variance = realised.variance;
    return new RightOperand(
        HostMatrices.store(realised.values, plan.shape(), request.precision()),
        variance == null ? null : HostMatrices.store(variance, plan.shape(), request.precision()),
        correction(realised),
        realised.clipped);
  }

  /** Units of the result over units of the run. */
  private double scale() {
    OperandRange range = request.range();
    MatmulRun run = run(0);
    return range.leftScale() * range.rightScale() / (run.leftScale() * run.rightScale());
  }

  private ColumnCorrection correction(Realised realised) {
    double[] offset = new double[realised.offset.length];
    for (int j = 0; j < offset.length; j++) {
      offset[j] = realised.offset[j] * scale();
    }
    return ColumnCorrection.of(new double[] {realised.gain * scale()}, offset);
  }

  private MatmulPlan corrected(ColumnCorrection own) {
    if (calibration.equals(ColumnCorrection.NONE)) {
      return plan.withReadout(plan.readout().withCorrection(own));
    }
    int columns = plan.shape().columns();
    double[] gain = new double[columns];
    double[] offset = new double[columns];
    for (int j = 0; j < columns; j++) {
      gain[j] = calibration.gain(j) * own.gain(j);
      offset[j] = calibration.gain(j) * own.offset(j) + calibration.offset(j) * scale();
    }
    return plan.withReadout(plan.readout().withCorrection(ColumnCorrection.of(gain, offset)));
  }
}
