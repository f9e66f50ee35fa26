package org.lightpath.cloud.fidelity;

import org.lightpath.cloud.fidelity.DeviceMatrices.Role;
import org.lightpath.cloud.product.Multiplier;
import org.lightpath.cloud.product.Operand;
import org.lightpath.cloud.product.Product;
import org.lightpath.core.engine.DeviceMatrix;
import org.lightpath.core.engine.Engine;
import org.lightpath.core.engine.MatmulCounts;
import org.lightpath.core.engine.MatmulOperands;
import org.lightpath.core.engine.MatmulProgram;
import org.lightpath.core.engine.MatmulRun;
import org.lightpath.core.field.MatrixShape;
import org.lightpath.core.field.Precision;
import org.lightpath.core.plan.MatmulPlan;
import org.lightpath.core.plan.MatmulShape;

/**
 * The digital product on an engine: C = A·B to rounding.
 *
 * <p>Engines clip operands at the full scale of a run. Scales are powers of two far above the
 * values of a model, so that dividing by them is exact, and what is beyond is refused, not clipped.
 */
public final class ExactMultiplier implements Multiplier {
  /** Programs kept; shapes grow with each token of a decoder. */
  private static final int PROGRAMS = 64;

  /**
   * Full scale in single precision. Terms of 2⁻⁶² and less, 10⁻¹⁹, fall below the smallest normal
   * number after division of both operands.
   */
  private static final double SINGLE_SCALE = 0x1p32;

  private static final double DOUBLE_SCALE = 0x1p256;

  private final Engine engine;
  private final Precision precision;
  private final MatmulRun run;
  private final Staging staging;
  private final DeviceMatrices matrices;
  private final Recent<MatmulShape, MatmulProgram> programs =
      new Recent<>(PROGRAMS, MatmulProgram::close);

  /**
   * Prepares nothing yet; programs and matrices are made with the products.
   *
   * @param engine what computes; stays open
   * @param precision of storage and arithmetic
   */
  public ExactMultiplier(Engine engine, Precision precision) {
    this.engine = engine;
    this.precision = precision;
    double scale = precision == Precision.SINGLE ? SINGLE_SCALE : DOUBLE_SCALE;
    this.run = new MatmulRun(scale, scale, 0);
    this.staging = new Staging(precision);
    this.matrices = new DeviceMatrices(engine, precision);
  }

  /**
   * Computes one product.
   *
   * @throws IllegalArgumentException if an operand holds a number beyond the full scale, 2³² in
   *     single precision
   */
  @Override
  public void multiply(Product product, int sample) {
    MatmulShape shape = product.shape();
    MatmulProgram program =
        programs.get(shape, key -> engine.compile(MatmulPlan.exact(key, precision)));
    DeviceMatrix left = operand(product, product.left(), Role.LEFT, shape.left());
    DeviceMatrix right = operand(product, product.right(), Role.RIGHT, shape.right());
    DeviceMatrix result = matrices.shared(Role.RESULT, shape.result());
    MatmulCounts before = program.counts();
    program.run(new MatmulOperands(left, right, result), run);
    requireNoneClipped(product, before, program.counts());
    staging.download(result, product.result(), null, null);
  }

  private DeviceMatrix operand(Product product, Operand operand, Role role, MatrixShape shape) {
    float[] values = operand.values();
    if (operand.constant()) {
      return matrices.constant(
          product.site().index(), role, shape, values, matrix -> staging.upload(values, matrix));
    }
    DeviceMatrix matrix = matrices.shared(role, shape);
    staging.upload(values, matrix);
    return matrix;
  }

  private void requireNoneClipped(Product product, MatmulCounts before, MatmulCounts after) {
    long clipped =
        after.leftClipped() - before.leftClipped() + after.rightClipped() - before.rightClipped();
    if (clipped > 0) {
      throw new IllegalArgumentException(
          "node %s: %d operand values exceed %g, the full scale of digital products in %s precision; rescale the model"
              .formatted(product.site().node(), clipped, run.leftScale(), precision));
    }
  }

  @Override
  public void close() {
    programs.close();
    matrices.close();
    staging.close();
  }
}
