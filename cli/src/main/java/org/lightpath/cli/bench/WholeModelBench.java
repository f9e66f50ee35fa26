package org.lightpath.cli.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.lightpath.cli.model.ModelInputs;
import org.lightpath.cli.model.ModelPart;
import org.lightpath.cloud.fidelity.OperandScales;
import org.lightpath.cloud.fidelity.ScaleRecorder;
import org.lightpath.cloud.fidelity.Scaling;
import org.lightpath.cloud.generate.GraphRunner;
import org.lightpath.cloud.graph.ModelGraph;
import org.lightpath.cloud.graph.Tensor;
import org.lightpath.cloud.product.HostMultiplier;
import org.lightpath.core.engine.DeviceFailedException;
import org.lightpath.core.engine.Engine;
import org.lightpath.core.engine.UnsupportedPlanException;
import org.lightpath.core.field.Precision;

/** Measures a model that runs as a whole: products by contenders, all other nodes by the host. */
final class WholeModelBench {
  private final Turns turns;
  private final Consumer<String> log;

  WholeModelBench(Turns turns, Consumer<String> log) {
    this.turns = turns;
    this.log = log;
  }

  /** The model, its inputs, and what they lead to. */
  private record Task(
      ModelGraph graph,
      Map<String, Tensor> inputs,
      Map<String, Tensor> expected,
      OperandScales scales) {
    /**
     * Scales and expected outputs come from one run whose products are summed in double precision.
     */
    static Task of(ModelCase c) {
      ModelPart part = c.model().parts().getFirst();
      Map<String, Tensor> inputs =
          ModelInputs.values(part.graph(), part.shapes().apply(c.batch()), ModelCase.SEED);
      ScaleRecorder recorder =
          new ScaleRecorder(new HostMultiplier(Precision.DOUBLE), Scaling.TENSOR, 1);
      try (GraphRunner runner = new GraphRunner(part.graph(), recorder)) {
        return new Task(part.graph(), inputs, runner.run(inputs, 0), recorder.scales());
      }
    }
  }

  Map<ModelBench.Entry, ModelBench.Found> measure(ModelCase c, List<ModelBench.Entry> entries) {
    Task task = Task.of(c);
    Map<ModelBench.Entry, Ready> ready = new LinkedHashMap<>();
    try {
      for (ModelBench.Entry entry : entries) {
        prepare(c, task, entry).ifPresent(one -> ready.put(entry, one));
      }
      Map<ModelBench.Entry, Times> times =
          turns.measure(
              ready,
              (entry, why) -> log.accept("left out: %s: %s".formatted(entry.who().name(), why)));
      Map<ModelBench.Entry, ModelBench.Found> found = new LinkedHashMap<>();
      ready.forEach(
          (entry, one) -> {
            Times own = times.get(entry);
            if (own != null) {
              found.put(
                  entry,
                  new ModelBench.Found(own, Optional.of(one.productShare()), one.error(), 1));
            }
          });
      return found;
    } finally {
      ready.values().forEach(Ready::close);
    }
  }

  private Optional<Ready> prepare(ModelCase c, Task task, ModelBench.Entry entry) {
    try {
      return Optional.of(new Ready(c, task, entry));
    } catch (UnsupportedPlanException | DeviceFailedException | OutOfMemoryError e) {
      log.accept(
          "left out: %s, %s: %s"
              .formatted(entry.who().name(), Columns.lower(entry.level()), e.getMessage()));
      return Optional.empty();
    }
  }

  /** A model ready to run. Each run has a number of its own, and with it fresh noise. */
  private static final class Ready implements TimedRun, AutoCloseable {
    private final Engine engine;
    private final TimedMultiplier products;
    private final GraphRunner runner;
    private final Task task;
    private final double error;
    private final List<Double> shares = new ArrayList<>();
    private int sample;

    Ready(ModelCase c, Task task, ModelBench.Entry entry) {
      this.task = task;
      this.engine = entry.who().open();
      this.products =
          new TimedMultiplier(entry.level().multiplier(engine, c.precision(), task.scales));
      this.runner = new GraphRunner(task.graph, products);
      try {
        this.error = RelativeError.of(runner.run(task.inputs, sample++), task.expected);
      } catch (RuntimeException | OutOfMemoryError e) {
        close();
        throw e;
      }
    }

    @Override
    public void run() {
      double before = products.seconds();
      long begin = System.nanoTime();
      runner.run(task.inputs, sample++);
      shares.add((products.seconds() - before) / ((System.nanoTime() - begin) * 1e-9));
    }

    double error() {
      return error;
    }

    double productShare() {
      return new Times(shares).median();
    }

    @Override
    public void close() {
      runner.close();
      engine.close();
    }
  }
}
