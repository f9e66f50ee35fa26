package org.lightpath.cli.cloud;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lightpath.cloud.account.InferenceAccount;
import org.lightpath.cloud.fidelity.LinkEffectsCache;
import org.lightpath.cloud.fidelity.MeasuredMultiplier;
import org.lightpath.cloud.fidelity.OperandScales;
import org.lightpath.cloud.fidelity.Placement;
import org.lightpath.cloud.fidelity.RoutedMultiplier;
import org.lightpath.cloud.fidelity.SiteQuality;
import org.lightpath.cloud.generate.GraphRunner;
import org.lightpath.cloud.generate.Sensitivity;
import org.lightpath.cloud.product.Multiplier;
import org.lightpath.cloud.quality.QualityReport;
import org.lightpath.core.engine.Engine;

/** Runs the cases of an experiment: one digital run, then each case by light. */
final class CaseRunner implements ModelCases {
  /** Samples whose products are held against digital ones, product by product. */
  private static final int MEASURED = 4;

  private final CloudSpec spec;
  private final Engine engine;
  private final WholeWorkload workload;
  private final LinkEffectsCache cache;
  private final RunCounter counter;
  private final Digital digital;

  /**
   * The digital run.
   *
   * @param made all samples
   * @param seconds it took [s]
   * @param tape products of the samples that are measured
   * @param scales full scales of all products
   */
  record Digital(Workload.Made made, double seconds, ProductTape tape, OperandScales scales) {}

  CaseRunner(
      CloudSpec spec, Engine engine, WholeWorkload workload, Path cacheFolder, RunCounter counter) {
    this.spec = spec;
    this.engine = engine;
    this.workload = workload;
    this.cache = new LinkEffectsCache(cacheFolder);
    this.counter = counter;
    this.digital = digitalRun();
  }

  @Override
  public Workload.Made digital() {
    return digital.made();
  }

  private Optics optics(CloudCase what) {
    int training = Math.toIntExact(spec.values().get(LightKeys.LIGHT).get(LightKeys.TRAINING));
    return new Optics(engine, what, spec.execution(), training, cache);
  }

  private Digital digitalRun() {
    Optics optics = optics(spec.cases().getFirst());
    OperandScales scales = optics.calibrated(workload, counter);
    ProductTape tape = new ProductTape();
    try (GraphRunner runner = counter.runner(workload.graph(), tape.recording(optics.digital()))) {
      workload.probe(runner, measured());
    }
    try (GraphRunner runner = counter.runner(workload.graph(), optics.digital())) {
      workload.make(runner, Math.min(workload.samples(), workload.batch())); // warm
      long begin = System.nanoTime();
      Workload.Made made = workload.make(counter.counting(runner), workload.samples());
      return new Digital(made, (System.nanoTime() - begin) * 1e-9, tape, scales);
    }
  }

  private int measured() {
    return Math.min(MEASURED, workload.samples());
  }

  @Override
  public CloudResult run(CloudCase what) {
    Optics optics = optics(what);
    Map<Integer, Placement> placements;
    List<SiteQuality> local;
    ProductTape.Comparison accumulated = digital.tape().comparison();
    try (RoutedMultiplier light = optics.optical(digital.scales());
        MeasuredMultiplier measuring = new MeasuredMultiplier(light, optics.digital());
        GraphRunner runner = counter.runner(workload.graph(), accumulated.of(measuring))) {
      workload.probe(runner, measured());
      placements = light.placements();
      local = measuring.sites();
    }
    Timed timed = timed(optics);
    WorkAccount work = new WorkAccount(workload, placements);
    InferenceAccount account = work.of(what.setting());
    QualityReport quality = workload.compare(digital.made(), timed.made());
    return new CloudResult(
        what,
        timed.made(),
        quality,
        new CloudResult.Layers(
            local,
            accumulated.statistics(),
            waveform(optics),
            sensitivity(optics, placements),
            optics.fitted()),
        account,
        new CloudTraffic(spec.values()).run(what, work.one(what.setting())),
        new CloudResult.Pace(
            workload.samples(),
            timed.seconds(),
            digital.seconds(),
            (double) account.inference().macs() * workload.samples()));
  }

  /** What was made, and how long that took [s]. */
  private record Timed(Workload.Made made, double seconds) {}

  private Timed timed(Optics optics) {
    try (GraphRunner runner = counter.runner(workload.graph(), optics.optical(digital.scales()))) {
      if (spec.execution().fidelity() != ExecutionKeys.Fidelity.WAVEFORM) {
        workload.make(runner, Math.min(workload.samples(), workload.batch())); // warm
      }
      long begin = System.nanoTime();
      Workload.Made made = workload.make(counter.counting(runner), workload.samples());
      return new Timed(made, (System.nanoTime() - begin) * 1e-9);
    }
  }

  private List<SiteQuality> waveform(Optics optics) {
    int samples = spec.execution().extras().waveformSamples();
    if (samples == 0) {
      return List.of();
    }
    try (MeasuredMultiplier measuring =
            new MeasuredMultiplier(
                optics.optical(digital.scales(), ExecutionKeys.Fidelity.WAVEFORM),
                optics.digital());
        GraphRunner runner = counter.runner(workload.graph(), measuring)) {
      workload.probe(runner, samples);
      return measuring.sites();
    }
  }

  private List<Sensitivity.LayerCost> sensitivity(
      Optics optics, Map<Integer, Placement> placements) {
    int samples = spec.execution().extras().sensitivitySamples();
    if (samples == 0) {
      return List.of();
    }
    Workload.Made reference;
    try (GraphRunner runner = counter.runner(workload.graph(), optics.digital())) {
      reference = workload.probe(runner, samples);
    }
    return Sensitivity.layerByLayer(
        opticalNodes(placements),
        nodes -> counter.runner(workload.graph(), only(optics, nodes)),
        runner -> workload.compare(reference, workload.probe(runner, samples)));
  }

  private Multiplier only(Optics optics, Set<String> nodes) {
    return optics.only(digital.scales(), nodes);
  }

  private List<String> opticalNodes(Map<Integer, Placement> placements) {
    List<String> nodes = new ArrayList<>();
    workload.graph().plan(workload.shapes(1)).products().stream()
        .filter(product -> placements.get(product.site().index()) == Placement.OPTICAL)
        .map(product -> product.site().node())
        .distinct()
        .forEach(nodes::add);
    return nodes;
  }
}
