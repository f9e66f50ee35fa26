package org.lightpath.photonic.core;

import org.jspecify.annotations.Nullable;
import org.lightpath.core.engine.DeviceMatrix;
import org.lightpath.core.engine.Engine;
import org.lightpath.core.engine.MatmulCounts;
import org.lightpath.core.engine.MatmulOperands;
import org.lightpath.core.engine.MatmulProgram;
import org.lightpath.core.field.Precision;
import org.lightpath.core.field.RealMatrix;

/** A product on an engine with its operands uploaded, ready to be drawn again and again. */
public final class CoreSession implements AutoCloseable {
  private final PreparedProduct prepared;
  private final MatmulProgram program;
  private final DeviceMatrix left;
  private final DeviceMatrix right;
  private final @Nullable DeviceMatrix variance;
  private final DeviceMatrix result;
  private final MatmulOperands operands;
  private final long clippedOnHost;

  /**
   * Prepares, compiles and uploads.
   *
   * @param leftOperand A in the shape of the request
   * @param rightOperand B in the shape of the request
   */
  public CoreSession(
      Engine engine, PreparedProduct prepared, RealMatrix leftOperand, RealMatrix rightOperand) {
    this.prepared = prepared;
    Precision precision = prepared.request().precision();
    try (RealMatrix a = prepared.left(leftOperand);
        RightOperand b = prepared.right(rightOperand)) {
      program = engine.compile(prepared.plan(b));
      left = upload(engine, a, precision);
      right = upload(engine, b.values(), precision);
      RealMatrix v = b.variance();
      variance = v == null ? null : upload(engine, v, precision);
      result = engine.allocate(program.plan().shape().result(), precision);
      operands = new MatmulOperands(left, right, variance, result);
      clippedOnHost = b.clipped();
    }
  }

  private static DeviceMatrix upload(Engine engine, RealMatrix matrix, Precision precision) {
    DeviceMatrix device = engine.allocate(matrix.shape(), precision);
    device.upload(matrix);
    return device;
  }

  /** The product. */
  public PreparedProduct prepared() {
    return prepared;
  }

  /** Draws once; the result stays on the device. */
  public void run(int sample) {
    program.run(operands, prepared.run(sample));
  }

  /** Draws once and brings the result to the host. */
  public void run(int sample, RealMatrix target) {
    run(sample);
    result.download(target);
  }

  /** Draws once and gives the result in its layout. */
  public double[] draw(int sample) {
    try (RealMatrix target = RealMatrix.allocate(result.shape(), result.precision())) {
      run(sample, target);
      return target.toArray();
    }
  }

  /** What was clipped so far; weights that the host clipped count once for each run, too. */
  public MatmulCounts counts() {
    MatmulCounts counts = program.counts();
    return new MatmulCounts(
        counts.runs(),
        counts.leftClipped(),
        counts.rightClipped() + clippedOnHost * counts.runs(),
        counts.outputClipped());
  }

  @Override
  public void close() {
    program.close();
    left.close();
    right.close();
    result.close();
    if (variance != null) {
      variance.close();
    }
  }
}
