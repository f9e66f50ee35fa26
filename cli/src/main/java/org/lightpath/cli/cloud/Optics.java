package org.lightpath.cli.cloud;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.lightpath.cli.run.RunFailedException;
import org.lightpath.cloud.fidelity.CoreMultiplier;
import org.lightpath.cloud.fidelity.CoreSettings;
import org.lightpath.cloud.fidelity.CountingMultiplier;
import org.lightpath.cloud.fidelity.ExactMultiplier;
import org.lightpath.cloud.fidelity.LinkEffects;
import org.lightpath.cloud.fidelity.LinkEffectsCache;
import org.lightpath.cloud.fidelity.LinkFit;
import org.lightpath.cloud.fidelity.OperandScales;
import org.lightpath.cloud.fidelity.Placement;
import org.lightpath.cloud.fidelity.PlacementPolicy;
import org.lightpath.cloud.fidelity.RoutedMultiplier;
import org.lightpath.cloud.fidelity.ScaleRecorder;
import org.lightpath.cloud.fidelity.StreamLink;
import org.lightpath.cloud.fidelity.WaveformMultiplier;
import org.lightpath.cloud.generate.GraphRunner;
import org.lightpath.cloud.product.Multiplier;
import org.lightpath.core.engine.Engine;
import org.lightpath.core.field.Precision;

/** Makes the multipliers of one case: digital ones, and what light does at each fidelity. */
final class Optics {
  private final Engine engine;
  private final CloudCase what;
  private final CloudSpec.Execution execution;
  private final int training;
  private final LinkEffectsCache cache;
  private int first = Integer.MAX_VALUE;
  private final Map<PairedStreams.Pair, LinkEffects> fitted = new LinkedHashMap<>();
  private final Map<PairedStreams.Pair, Waves> waves = new LinkedHashMap<>();

  /** Both links of a pair of ways. */
  private record Waves(StreamLink left, StreamLink right) {}

  Optics(
      Engine engine,
      CloudCase what,
      CloudSpec.Execution execution,
      int training,
      LinkEffectsCache cache) {
    this.engine = engine;
    this.what = what;
    this.execution = execution;
    this.training = training;
    this.cache = cache;
  }

  /**
   * Tells the site of the first product by light, where not all products are seen in their order.
   */
  void startAt(int site) {
    first = site;
  }

  /** Exact products. */
  Multiplier digital() {
    return new ExactMultiplier(engine, execution.numbers().precision());
  }

  /** Full scales of all products, from a digital run of the calibration's samples. */
  OperandScales calibrated(WholeWorkload workload, RunCounter counter) {
    try (ScaleRecorder recorder = recorder();
        GraphRunner runner = counter.runner(workload.graph(), recorder)) {
      workload.probe(runner, execution.calibration().samples());
      return scales(recorder);
    }
  }

  /** What a recorder found, as the calibration has it. */
  OperandScales scales(ScaleRecorder recorder) {
    OperandScales found = recorder.scales();
    return execution.calibration().peaks() ? found : found.withoutPeaks();
  }

  /** Multiplies digitally and finds full scales. */
  ScaleRecorder recorder() {
    return new ScaleRecorder(digital(), execution.scaling(), execution.calibration().share());
  }

  /** Link effects that were needed so far. */
  Map<PairedStreams.Pair, LinkEffects> fitted() {
    return Map.copyOf(fitted);
  }

  /** The model by light, at the fidelity asked for. */
  RoutedMultiplier optical(OperandScales scales) {
    return routed(scales, execution.policy(), execution.fidelity());
  }

  /** The same at another fidelity. */
  RoutedMultiplier optical(OperandScales scales, ExecutionKeys.Fidelity fidelity) {
    return routed(scales, execution.policy(), fidelity);
  }

  /** Only some nodes by light. */
  RoutedMultiplier only(OperandScales scales, Set<String> nodes) {
    PlacementPolicy policy = execution.policy();
    PlacementPolicy alone =
        new PlacementPolicy(
            nodes.stream().map(node -> new PlacementPolicy.Rule(node, Placement.OPTICAL)).toList(),
            Placement.DIGITAL,
            Placement.DIGITAL,
            Placement.DIGITAL,
            policy.shortest());
    return routed(scales, alone, execution.fidelity());
  }

  private RoutedMultiplier routed(
      OperandScales scales, PlacementPolicy policy, ExecutionKeys.Fidelity fidelity) {
    Map<Placement, Multiplier> multipliers = new EnumMap<>(Placement.class);
    multipliers.put(Placement.DIGITAL, digital());
    multipliers.put(Placement.IDEAL, ideal(scales));
    multipliers.put(
        Placement.OPTICAL,
        switch (fidelity) {
          case IDEAL -> ideal(scales);
          case BEHAVIOURAL ->
              new PairedStreams(what.streams(), first, pair -> behavioural(pair, scales));
          case WAVEFORM -> new PairedStreams(what.streams(), first, pair -> waveform(pair, scales));
        });
    return new RoutedMultiplier(policy, multipliers);
  }

  private CoreMultiplier ideal(OperandScales scales) {
    CoreSettings ideal =
        CoreSettings.ideal(integrationLength())
            .withScaling(execution.scaling())
            .withScales(scales)
            .withPrecision(execution.numbers().precision());
    return new CoreMultiplier(engine, ideal);
  }

  private int integrationLength() {
    return CentreMaker.homodyne(what.settings()).circuit().integrationLength();
  }

  private CountingMultiplier behavioural(PairedStreams.Pair pair, OperandScales scales) {
    return new CoreMultiplier(engine, effects(pair).on(settings(pair, scales)));
  }

  private CountingMultiplier waveform(PairedStreams.Pair pair, OperandScales scales) {
    Waves links = waves(pair);
    return new WaveformMultiplier(
        engine, settings(pair, scales), links.left(), links.right(), effects(pair).gain());
  }

  private CoreSettings settings(PairedStreams.Pair pair, OperandScales scales) {
    return what.settings()
        .withLight(CentreMaker.light(what, pair))
        .withScaling(execution.scaling())
        .withScales(scales)
        .withPrecision(execution.numbers().precision());
  }

  private Waves waves(PairedStreams.Pair pair) {
    long seed = execution.numbers().seed();
    Precision precision = execution.numbers().precision();
    return waves.computeIfAbsent(
        pair,
        key ->
            new Waves(
                new StreamLink(engine, what.streams().of(key.left()), precision, 2 * seed),
                new StreamLink(engine, what.streams().of(key.right()), precision, 2 * seed + 1)));
  }

  private LinkEffects effects(PairedStreams.Pair pair) {
    return fitted.computeIfAbsent(pair, this::fit);
  }

  private LinkEffects fit(PairedStreams.Pair pair) {
    long seed = execution.numbers().seed();
    String key =
        LinkEffectsCache.key(
            what.streams().of(pair.left()),
            what.streams().of(pair.right()),
            execution.numbers().precision(),
            training,
            2 * seed,
            2 * seed + 1,
            seed);
    return cache.get(
        key + "-" + engine.device().engine(),
        () -> {
          Waves links = waves(pair);
          return fitted(links, seed);
        });
  }

  private LinkEffects fitted(Waves links, long seed) {
    try {
      return LinkFit.fit(links.left(), links.right(), training, seed);
    } catch (IllegalArgumentException e) {
      throw new RunFailedException(
          ("what arrives at the core has lost what was sent (%s); shorten the fibres, launch more"
                  + " power, lower light.symbolRate, or set light.compensated")
              .formatted(e.getMessage()),
          e);
    }
  }
}
