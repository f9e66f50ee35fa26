package org.lightpath.opencl.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lightpath.core.field.ComplexField;
import org.lightpath.core.field.FieldShape;
import org.lightpath.core.field.Precision;
import org.lightpath.core.plan.GainNoisePlan;
import org.lightpath.core.plan.Seeds;
import org.lightpath.core.random.Philox;
import org.lightpath.opencl.OpenClPresence;

/** Draws on devices without double precision. */
class NoiseProgramTest {
  private static final FieldShape SHAPE = new FieldShape(2, 2, 50_000);

  /** Units in the last place of single precision, at the scale of a standard normal. */
  private static final double ERROR = 8 * 0x1p-24;

  @BeforeAll
  static void present() {
    OpenClPresence.require();
  }

  @Test
  void normalsFormedInSinglePrecisionAreTheSameDraws() {
    GainNoisePlan plan = new GainNoisePlan(SHAPE, Precision.SINGLE, 0, 1, Seeds.of(17, -4), 6);
    Ledger ledger = new Ledger();
    DeviceQueue queue =
        new DeviceQueue(Discovery.get().devices().getFirst(), ledger, Long.MAX_VALUE);
    Workbench bench = new Workbench(queue);
    try (ComplexField output = ComplexField.allocate(SHAPE, Precision.SINGLE);
        OpenClField field = new OpenClField(List.of(queue), ledger, SHAPE, Precision.SINGLE)) {
      DeviceProgram program = new NoiseProgram(plan, bench, false);
      program.enqueue(field.parts().getFirst().buffer(), 0, SHAPE.batch());
      field.download(output);
      assertThat(largestError(plan, output)).isLessThan(ERROR);
      program.close();
    }
    queue.close();
  }

  private static double largestError(GainNoisePlan plan, ComplexField output) {
    int[] words = new int[4];
    double[] normal = new double[2];
    double largest = 0;
    for (int b = 0; b < SHAPE.batch(); b++) {
      for (int mode = 0; mode < SHAPE.modes(); mode++) {
        for (int n = 0; n < SHAPE.samples(); n++) {
          Philox.complexNormal(plan.seeds().seed(b), plan.stream(), mode, n, words, normal);
          double scale = Math.max(1, Math.hypot(normal[0], normal[1]));
          largest = Math.max(largest, Math.abs(output.re(b, mode, n) - normal[0]) / scale);
          largest = Math.max(largest, Math.abs(output.im(b, mode, n) - normal[1]) / scale);
        }
      }
    }
    System.out.printf("normals in single precision: largest error %.2e%n", largest);
    return largest;
  }
}
