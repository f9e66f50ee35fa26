package org.lightpath.core.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import org.junit.jupiter.api.Test;
import org.lightpath.core.conformance.MatmulConformance;
import org.lightpath.core.engine.DeviceMatrix;
import org.lightpath.core.engine.Engine;
import org.lightpath.core.engine.MatmulOperands;
import org.lightpath.core.engine.MatmulProgram;
import org.lightpath.core.engine.MatmulRun;
import org.lightpath.core.field.Precision;
import org.lightpath.core.field.RealMatrix;
import org.lightpath.core.plan.MatmulPlan;
import org.lightpath.core.plan.MatmulShape;

/** The reference passes its own suite; that its product is one is judged by plain loops. */
class ReferenceMatmulTest extends MatmulConformance {
  @Override
  protected Engine open() {
    return new ReferenceEngine();
  }

  @Test
  void productIsTheSumOverK() {
    MatmulShape shape = new MatmulShape(2, 3, 4, 5, true, true);
    double[] a = new double[30];
    double[] b = new double[20];
    for (int i = 0; i < a.length; i++) {
      a[i] = Math.sin(i + 1);
    }
    for (int i = 0; i < b.length; i++) {
      b[i] = 3 * Math.cos(2 * i);
    }
    try (Engine engine = open();
        RealMatrix left = RealMatrix.of(shape.left(), Precision.DOUBLE, a);
        RealMatrix right = RealMatrix.of(shape.right(), Precision.DOUBLE, b);
        RealMatrix result = RealMatrix.allocate(shape.result(), Precision.DOUBLE);
        DeviceMatrix x = engine.allocate(shape.left(), Precision.DOUBLE);
        DeviceMatrix y = engine.allocate(shape.right(), Precision.DOUBLE);
        DeviceMatrix z = engine.allocate(shape.result(), Precision.DOUBLE);
        MatmulProgram program = engine.compile(MatmulPlan.exact(shape, Precision.DOUBLE))) {
      x.upload(left);
      y.upload(right);
      program.run(new MatmulOperands(x, y, z), new MatmulRun(1, 3, 0));
      z.download(result);
      for (int row = 0; row < 6; row++) {
        for (int j = 0; j < 4; j++) {
          double sum = 0;
          for (int k = 0; k < 5; k++) {
            sum += a[row * 5 + k] * b[j * 5 + k];
          }
          assertThat(result.get(row / 3, row % 3, j)).isCloseTo(sum, offset(15 * 0x1p-50));
        }
      }
    }
  }
}
