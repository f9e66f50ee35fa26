package org.lightpath.cli.cloud;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lightpath.cli.experiment.Types;
import org.lightpath.cli.kind.Outcome;
import org.lightpath.cli.kind.Prepared;
import org.lightpath.cli.kind.ProductRunPlan;
import org.lightpath.cli.kind.RunContext;
import org.lightpath.cli.kind.RunPlan;
import org.lightpath.cli.model.ModelProducts;
import org.lightpath.cloud.graph.PlannedProduct;
import org.lightpath.core.engine.Engine;
import org.lightpath.core.plan.MatmulPlan;

/** A cloud experiment, ready to plan or run. */
final class CloudRun implements Prepared {
  private final CloudSpec spec;

  CloudRun(CloudSpec spec) {
    this.spec = spec;
  }

  @Override
  public RunPlan plan() {
    try (Workload workload = spec.workload()) {
      long runs = (long) workload.runs() * spec.cases().size();
      List<ProductRunPlan.Work> works = new ArrayList<>();
      for (ModelProducts.Entry entry : workload.simulated().entries()) {
        PlannedProduct product = entry.product();
        works.add(
            new ProductRunPlan.Work(
                MatmulPlan.exact(product.shape(), spec.execution().numbers().precision()),
                runs,
                product.macs()));
      }
      return new ProductRunPlan(spec.execution().numbers().precision(), works, describe(workload));
    }
  }

  private String describe(Workload workload) {
    return "%d x %s in batches of %d, %d case%s, fidelity %s"
        .formatted(
            workload.samples(),
            workload.unit(),
            workload.batch(),
            spec.cases().size(),
            spec.cases().size() == 1 ? "" : "s",
            Types.hyphenated(spec.execution().fidelity()));
  }

  @Override
  public Outcome run(Engine engine, RunContext run) {
    long begin = System.nanoTime();
    List<CloudResult> results = new ArrayList<>();
    Map<String, Double> timing = new LinkedHashMap<>();
    try (Workload workload = spec.workload()) {
      run.log().line(describe(workload));
      ModelCases runner = cases(engine, workload, run);
      timing.put("digital run and calibration", seconds(begin));
      for (CloudCase what : spec.cases()) {
        if (run.cancelled()) {
          return outcome(false, workload, results, timing);
        }
        results.add(runner.run(what));
      }
      timing.put("optical runs and comparison", seconds(begin) - sum(timing));
      new CloudTables(workload, runner.digital(), results).write(run.folder());
      timing.put("writing", seconds(begin) - sum(timing));
      return outcome(true, workload, results, timing);
    } catch (StoppableMultiplier.StoppedException _) {
      try (Workload workload = spec.workload()) {
        return outcome(false, workload, results, timing);
      }
    }
  }

  private ModelCases cases(Engine engine, Workload workload, RunContext run) {
    return switch (workload) {
      case WholeWorkload whole -> {
        int runs = (spec.cases().size() + 1) * whole.runs();
        yield new CaseRunner(spec, engine, whole, cacheFolder(), new RunCounter(run, runs));
      }
      case ShapeWorkload shapes ->
          new ShapeRunner(spec, engine, shapes, cacheFolder(), run::cancelled);
    };
  }

  private Outcome outcome(
      boolean completed, Workload workload, List<CloudResult> results, Map<String, Double> timing) {
    List<String> notes = new ArrayList<>();
    List<String> warnings = new ArrayList<>();
    for (CloudResult result : results) {
      result.quality().notes().stream().filter(note -> !notes.contains(note)).forEach(notes::add);
      result.traffic().ifPresent(traffic -> addNew(traffic.warnings(), warnings));
    }
    return new Outcome(
        completed,
        0,
        0,
        results.stream().mapToDouble(result -> result.pace().seconds()).sum(),
        results.stream().map(CloudResult::metrics).toList(),
        spec.batch(),
        new CloudFacts(spec, workload).of(results),
        timing,
        warnings,
        notes);
  }

  private static void addNew(List<String> from, List<String> to) {
    from.stream().filter(text -> !to.contains(text)).forEach(to::add);
  }

  private static double seconds(long begin) {
    return (System.nanoTime() - begin) * 1e-9;
  }

  private static double sum(Map<String, Double> timing) {
    return timing.values().stream().mapToDouble(Double::doubleValue).sum();
  }

  /** System property: folder of fitted link effects, before the environment is asked. */
  static final String CACHE_PROPERTY = "lightpath.cache";

  /** Where fitted link effects are kept between runs. */
  private static Path cacheFolder() {
    String own =
        Optional.ofNullable(System.getProperty(CACHE_PROPERTY))
            .or(() -> Optional.ofNullable(System.getenv("LIGHTPATH_CACHE")))
            .orElse("");
    String shared = Optional.ofNullable(System.getenv("XDG_CACHE_HOME")).orElse("");
    Path base =
        !own.isEmpty()
            ? Path.of(own)
            : (shared.isEmpty()
                    ? Path.of(System.getProperty("user.home"), ".cache")
                    : Path.of(shared))
                .resolve("lightpath");
    return base.resolve("link-effects");
  }
}
