package org.lightpath.cli.kind;

import java.io.PrintStream;
import java.util.Locale;
import org.lightpath.cli.run.ProgressPrinter;
import org.lightpath.core.engine.DeviceMatrix;
import org.lightpath.core.engine.Engine;
import org.lightpath.core.engine.MatmulOperands;
import org.lightpath.core.engine.MatmulProgram;
import org.lightpath.core.engine.MatmulRun;
import org.lightpath.core.plan.MatmulPlan;
import org.lightpath.core.plan.MatmulShape;

/** Tells the extents, memory and expected time of a run that multiplies matrices. */
final class ProductDryRun {
  private final ProductRunPlan plan;
  private final Engine engine;

  ProductDryRun(ProductRunPlan plan, Engine engine) {
    this.plan = plan;
    this.engine = engine;
  }

  void print(PrintStream out) {
    for (ProductRunPlan.Work work : plan.works()) {
      MatmulShape shape = work.plan().shape();
      out.printf(
          Locale.ROOT,
          "product: M = %d, N = %d, K = %d, batch %d, %d readouts of each output, %d runs, %s%n",
          shape.rows(),
          shape.columns(),
          shape.inner(),
          shape.batch(),
          work.plan().windows(),
          work.runs(),
          CommonKeys.word(plan.precision()));
    }
    out.printf(Locale.ROOT, "multiply-accumulate operations: %d%n", plan.macs());
    out.printf("engine: %s, %s%n", engine.device().engine(), engine.device().name());
    double seconds = 0;
    for (ProductRunPlan.Work work : plan.works()) {
      seconds += work.runs() * secondsOf(work.plan());
    }
    out.printf(
        Locale.ROOT,
        "device memory: %d bytes (%.3g MiB)%n",
        engine.counters().peakDeviceMemoryBytes(),
        engine.counters().peakDeviceMemoryBytes() / 1048576.0);
    out.printf(
        "expected time: %s, products only, at the rate measured just now%n",
        ProgressPrinter.duration(seconds));
  }

  /** The faster of two runs on zeros, so that compilation counts less. */
  private double secondsOf(MatmulPlan product) {
    MatmulShape shape = product.shape();
    try (DeviceMatrix a = engine.allocate(shape.left(), product.precision());
        DeviceMatrix b = engine.allocate(shape.right(), product.precision());
        DeviceMatrix v = engine.allocate(shape.right(), product.precision());
        DeviceMatrix c = engine.allocate(shape.result(), product.precision());
        MatmulProgram program = engine.compile(product)) {
      MatmulOperands operands = new MatmulOperands(a, b, product.takesVariance() ? v : null, c);
      double best = Double.POSITIVE_INFINITY;
      for (int i = 0; i < 2; i++) {
        long begin = System.nanoTime();
        program.run(operands, MatmulRun.UNIT);
        best = Math.min(best, (System.nanoTime() - begin) * 1e-9);
      }
      return best;
    }
  }
}
