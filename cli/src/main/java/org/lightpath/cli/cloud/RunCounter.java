package org.lightpath.cli.cloud;

import java.util.Map;
import org.lightpath.cli.run.ProgressPrinter;
import org.lightpath.cloud.generate.ModelRunner;
import org.lightpath.cloud.graph.Tensor;

/** Tells a person how many runs of a model are done. */
final class RunCounter {
  private final ProgressPrinter printer;
  private final int total;
  private final long begin = System.nanoTime();
  private int done;

  /**
   * A counter.
   *
   * @param total runs that will be
   */
  RunCounter(ProgressPrinter printer, int total) {
    this.printer = printer;
    this.total = total;
  }

  /** Counts the runs of a runner, which stays with whoever opened it. */
  ModelRunner counting(ModelRunner inner) {
    return new ModelRunner() {
      @Override
      public Map<String, Tensor> run(Map<String, Tensor> inputs, int sample) {
        Map<String, Tensor> outputs = inner.run(inputs, sample);
        done = Math.min(total, done + 1);
        printer.print("runs of the model", done, total, (System.nanoTime() - begin) * 1e-9);
        return outputs;
      }
    };
  }
}
