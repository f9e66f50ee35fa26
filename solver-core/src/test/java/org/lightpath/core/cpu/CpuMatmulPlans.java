package org.lightpath.core.cpu;

import org.lightpath.core.engine.DeviceMatrix;
import org.lightpath.core.engine.Engine;
import org.lightpath.core.engine.EngineOptions;
import org.lightpath.core.engine.MatmulOperands;
import org.lightpath.core.engine.MatmulProgram;
import org.lightpath.core.engine.MatmulRun;
import org.lightpath.core.field.MatrixShape;
import org.lightpath.core.field.Precision;
import org.lightpath.core.field.RealMatrix;
import org.lightpath.core.plan.ColumnCorrection;
import org.lightpath.core.plan.InnerWeights;
import org.lightpath.core.plan.LevelTable;
import org.lightpath.core.plan.MatmulPlan;
import org.lightpath.core.plan.MatmulShape;
import org.lightpath.core.plan.OperandEncoding;
import org.lightpath.core.plan.OperandMemory;
import org.lightpath.core.plan.OperandNoise;
import org.lightpath.core.plan.ProductVariance;
import org.lightpath.core.plan.Quantiser;
import org.lightpath.core.plan.Readout;
import org.lightpath.core.plan.ReceiverNoise;

/** Products that the tests of the host engine share. */
final class CpuMatmulPlans {
  private CpuMatmulPlans() {}

  /** Every effect that is drawn or summed, in windows. */
  static MatmulPlan everything(MatmulShape shape, Precision precision) {
    OperandEncoding uniform =
        OperandEncoding.of(LevelTable.uniform(255))
            .withNoise(new OperandNoise(0.01, 0.01, 0.1, 0.1, 5, 1));
    OperandEncoding curve =
        OperandEncoding.of(LevelTable.of(-1, -0.6, -0.1, 0.2, 0.7, 1))
            .withNoise(new OperandNoise(0.02, 0, 0, 0, 6, 2))
            .withMemory(new OperandMemory(0.1, 0.2));
    ProductVariance product = new ProductVariance(0.02, 2, ProductVariance.Right.ABSOLUTE);
    Readout readout =
        new Readout(
            100,
            new ReceiverNoise(0.01, 0.02, 0.03, 0.01, product, 0, 7, 3),
            new Quantiser(9, 300),
            ColumnCorrection.of(new double[] {1.5}, new double[] {0.25}));
    InnerWeights weights =
        InnerWeights.of(new double[] {0.9}, new double[] {0.01}, new double[] {-0.02});
    return new MatmulPlan(shape, precision, uniform, curve, weights, readout);
  }

  /** A matrix of numbers between −1 and 1. */
  static RealMatrix operand(MatrixShape shape, Precision precision, double step) {
    RealMatrix matrix = RealMatrix.allocate(shape, precision);
    for (long i = 0; i < shape.elements(); i++) {
      matrix.setReal(i, Math.sin(1 + step * i));
    }
    return matrix;
  }

  /** What is done with a program and its operands. */
  @FunctionalInterface
  interface Use {
    /** Called once. */
    void with(MatmulProgram program, MatmulOperands operands);
  }

  /** Output of a plan on an engine of its own, after it was used. */
  static RealMatrix run(MatmulPlan plan, int threads, Use use) {
    RealMatrix output = RealMatrix.allocate(plan.shape().result(), plan.precision());
    try (Engine engine = new CpuEngine(new EngineOptions(0, threads));
        RealMatrix a = operand(plan.shape().left(), plan.precision(), 0.7);
        RealMatrix b = operand(plan.shape().right(), plan.precision(), 1.3);
        DeviceMatrix left = engine.allocate(plan.shape().left(), plan.precision());
        DeviceMatrix right = engine.allocate(plan.shape().right(), plan.precision());
        DeviceMatrix result = engine.allocate(plan.shape().result(), plan.precision());
        MatmulProgram program = engine.compile(plan)) {
      left.upload(a);
      right.upload(b);
      use.with(program, new MatmulOperands(left, right, result));
      result.download(output);
    }
    return output;
  }

  /** Output of one run. */
  static RealMatrix run(MatmulPlan plan, int threads) {
    return run(plan, threads, (program, operands) -> program.run(operands, MatmulRun.UNIT));
  }
}
