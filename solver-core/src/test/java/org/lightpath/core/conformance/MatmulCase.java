package org.lightpath.core.conformance;

import org.jspecify.annotations.Nullable;
import org.lightpath.core.engine.DeviceMatrix;
import org.lightpath.core.engine.Engine;
import org.lightpath.core.engine.MatmulCounts;
import org.lightpath.core.engine.MatmulOperands;
import org.lightpath.core.engine.MatmulProgram;
import org.lightpath.core.engine.MatmulRun;
import org.lightpath.core.field.MatrixShape;
import org.lightpath.core.field.RealMatrix;
import org.lightpath.core.plan.MatmulPlan;
import org.lightpath.core.plan.Readout;
import org.lightpath.core.plan.ReceiverNoise;
import org.lightpath.core.random.Philox;
import org.lightpath.core.reference.ReferenceEngine;

/**
 * Operands for a plan. Values lie within a third of a word of the words of a table, so that no
 * engine's rounding takes the next one.
 */
final class MatmulCase implements AutoCloseable {
  private final MatmulPlan plan;
  private final RealMatrix left;
  private final RealMatrix right;
  private final @Nullable RealMatrix variance;

  MatmulCase(MatmulPlan plan, int words) {
    this.plan = plan;
    this.left = values(plan, plan.shape().left(), words, 1);
    this.right = values(plan, plan.shape().right(), words, 2);
    this.variance = plan.takesVariance() ? values(plan, plan.shape().right(), words, 3) : null;
    if (variance != null) {
      for (long i = 0; i < variance.shape().elements(); i++) {
        variance.setReal(i, Math.abs(variance.real(i)));
      }
    }
  }

  private static RealMatrix values(MatmulPlan plan, MatrixShape shape, int words, int stream) {
    RealMatrix matrix = RealMatrix.allocate(shape, plan.precision());
    int[] draw = new int[4];
    for (long i = 0; i < shape.elements(); i++) {
      Philox.words(99, stream, 0, i, draw);
      int word = Math.floorMod(draw[0], words);
      double offset = word == 0 || word == words - 1 ? 0 : 0.6 * (Philox.uniform(draw[1]) - 0.5);
      double value = (2 * (word + offset) - (words - 1)) / (words - 1);
      // The right operand's full scale is two in most runs: words stay words.
      matrix.setReal(i, stream == 2 ? 2 * value : value);
    }
    return matrix;
  }

  RealMatrix left() {
    return left;
  }

  /** C on an engine. */
  RealMatrix run(Engine engine, MatmulRun run) {
    RealMatrix result = RealMatrix.allocate(plan.shape().result(), plan.precision());
    MatmulCounts unused = run(engine, run, plan, result);
    assert unused.runs() == 1;
    return result;
  }

  /** What was clipped in one run on an engine. */
  MatmulCounts counts(Engine engine, MatmulRun run) {
    try (RealMatrix result = RealMatrix.allocate(plan.shape().result(), plan.precision())) {
      return run(engine, run, plan, result);
    }
  }

  private MatmulCounts run(Engine engine, MatmulRun run, MatmulPlan what, RealMatrix target) {
    try (DeviceMatrix a = engine.allocate(left.shape(), left.precision());
        DeviceMatrix b = engine.allocate(right.shape(), right.precision());
        DeviceMatrix c = engine.allocate(target.shape(), target.precision());
        MatmulProgram program = engine.compile(what)) {
      a.upload(left);
      b.upload(right);
      if (variance == null || !what.takesVariance()) {
        program.run(new MatmulOperands(a, b, c), run);
      } else {
        try (DeviceMatrix v = engine.allocate(right.shape(), right.precision())) {
          v.upload(variance);
          program.run(new MatmulOperands(a, b, v, c), run);
        }
      }
      c.download(target);
      return program.counts();
    }
  }

  /** ‖observed − expected‖_F. */
  double distance(RealMatrix observed, RealMatrix expected) {
    double sum = 0;
    for (long i = 0; i < expected.shape().elements(); i++) {
      double delta = observed.real(i) - expected.real(i);
      sum += delta * delta;
    }
    return Math.sqrt(sum);
  }

  /**
   * Largest distance that rounding may cause. A sum of K terms of equal sign in any order errs by
   * u√K of ‖a‖‖b‖ in the mean square (of any sign: by u); ten more for encoding and decoding.
   * Normals differ by a few ulp: 64 u of the noise.
   */
  double bound(MatmulRun run, RealMatrix expected) {
    double u = plan.precision().unitRoundoff();
    double operands = norm(left) * norm(right);
    double product = (10 + Math.sqrt(plan.shape().inner())) * u * operands * batchShare();
    Readout silent = plan.readout().withNoise(ReceiverNoise.NONE);
    try (Engine reference = new ReferenceEngine();
        RealMatrix quiet = RealMatrix.allocate(plan.shape().result(), plan.precision())) {
      run(reference, run, plan.withReadout(silent), quiet);
      return 2 * product + 64 * u * distance(quiet, expected) + 4 * u * norm(expected);
    }
  }

  /** A right operand that is shared meets each batch. */
  private double batchShare() {
    return plan.shape().sharedRight() ? Math.sqrt(plan.shape().batch()) : 1;
  }

  private static double norm(RealMatrix matrix) {
    double sum = 0;
    for (long i = 0; i < matrix.shape().elements(); i++) {
      sum += matrix.real(i) * matrix.real(i);
    }
    return Math.sqrt(sum);
  }

  @Override
  public void close() {
    left.close();
    right.close();
    if (variance != null) {
      variance.close();
    }
  }
}
