package org.lightpath.photonic.core;

import java.util.ArrayList;
import java.util.List;
import org.lightpath.core.engine.DeviceMatrix;
import org.lightpath.core.engine.Engine;
import org.lightpath.core.engine.MatmulCounts;
import org.lightpath.core.engine.MatmulOperands;
import org.lightpath.core.engine.MatmulProgram;
import org.lightpath.core.field.MatrixShape;
import org.lightpath.core.field.Precision;
import org.lightpath.core.field.RealMatrix;

/** A product on an engine with its operands uploaded, ready to be drawn again and again. */
public final class CoreSession implements AutoCloseable {
  private final PreparedProduct prepared;
  private final List<Runnable> closers = new ArrayList<>();
  private final MatmulProgram program;
  private final MatmulOperands operands;
  private final long clippedOnHost;

  /**
   * Prepares, compiles and uploads.
   *
   * @param left A in the shape of the request
   * @param right B in the shape of the request
   */
  public CoreSession(Engine engine, PreparedProduct prepared, RealMatrix left, RealMatrix right) {
    this.prepared = prepared;
    Precision precision = prepared.request().precision();
    try (RealMatrix a = prepared.left(left);
        RightOperand b = prepared.right(right)) {
      program = engine.compile(prepared.plan(b));
      closers.add(program::close);
      MatrixShape shape = program.plan().shape().result();
      operands =
          new MatmulOperands(
              upload(engine, a, closers),
              upload(engine, b.values(), closers),
              b.variance() == null ? null : upload(engine, b.variance(), closers),
              kept(engine.allocate(shape, precision), closers));
      clippedOnHost = b.clipped();
    } catch (RuntimeException problem) {
      closers.forEach(Runnable::run);
      throw problem;
    }
  }

  private static DeviceMatrix upload(Engine engine, RealMatrix matrix, List<Runnable> closers) {
    DeviceMatrix device = kept(engine.allocate(matrix.shape(), matrix.precision()), closers);
    device.upload(matrix);
    return device;
  }

  private static DeviceMatrix kept(DeviceMatrix matrix, List<Runnable> closers) {
    closers.add(matrix::close);
    return matrix;
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
    operands.result().download(target);
  }

  /** Draws once and gives the result in its layout. */
  public double[] draw(int sample) {
    DeviceMatrix result = operands.result();
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
    closers.forEach(Runnable::run);
  }
}
