package org.lightpath.cli.cloud;

import java.util.Map;
import org.lightpath.cli.kind.RunContext;
import org.lightpath.cloud.generate.GraphRunner;
import org.lightpath.cloud.generate.ModelRunner;
import org.lightpath.cloud.graph.ModelGraph;
import org.lightpath.cloud.graph.Tensor;
import org.lightpath.cloud.product.Multiplier;

/** Tells a person how many runs of a model are done, and ends them when asked to. */
final class RunCounter {
  private final RunContext run;
  private final int total;
  private final long begin = System.nanoTime();
  private int done;

  /**
   * A counter.
   *
   * @param run whose printer is told, and who may ask to stop
   * @param total runs that will be
   */
  RunCounter(RunContext run, int total) {
    this.run = run;
    this.total = total;
  }

  /** A runner that ends before its next product when somebody asks for it; owns the multiplier. */
  GraphRunner runner(ModelGraph graph, Multiplier multiplier) {
    return new GraphRunner(graph, new StoppableMultiplier(multiplier, run::cancelled));
  }

  /** Counts the runs of a runner, which stays with whoever opened it. */
  ModelRunner counting(ModelRunner inner) {
    return new ModelRunner() {
      @Override
      public Map<String, Tensor> run(Map<String, Tensor> inputs, int sample) {
        Map<String, Tensor> outputs = inner.run(inputs, sample);
        done = Math.min(total, done + 1);
        run.printer().print("runs of the model", done, total, (System.nanoTime() - begin) * 1e-9);
        return outputs;
      }
    };
  }
}
