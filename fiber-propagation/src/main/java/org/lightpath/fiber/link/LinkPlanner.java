package org.lightpath.fiber.link;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.lightpath.core.field.FieldShape;
import org.lightpath.core.plan.FieldParameter;
import org.lightpath.core.plan.FieldPlan;
import org.lightpath.core.plan.GainNoisePlan;
import org.lightpath.core.plan.PropagationPlan;
import org.lightpath.core.plan.SpectralFilterPlan;
import org.lightpath.core.plan.StepPlan;
import org.lightpath.fiber.Fiber;
import org.lightpath.fiber.step.Stretch;

/** Turns a link into plans. Equal elements get one plan object. */
final class LinkPlanner {
  private final LinkSettings settings;
  private final FieldShape shape;
  private final double launchRate;
  private final Map<FiberSection, Double> largestGain = new HashMap<>();
  private final Map<LinkElement, FieldPlan> shared = new HashMap<>();
  private int amplifiers;

  /**
   * Prepares planning.
   *
   * @param peakPower P₀ [W] of each field, at launch of the forward link
   */
  LinkPlanner(LinkSettings settings, FieldShape shape, List<Double> peakPower) {
    this.settings = settings;
    this.shape = shape;
    this.launchRate =
        IntStream.range(0, shape.batch())
            .mapToDouble(b -> Math.abs(settings.gammaScale().value(b)) * peakPower.get(b))
            .max()
            .orElseThrow();
    findLargestGains();
  }

  /** Largest power gain from launch to the beginning of each section, over its occurrences. */
  private void findLargestGains() {
    double gain = 1;
    for (Span span : settings.link().spans()) {
      for (LinkElement element : span.elements()) {
        if (element instanceof FiberSection section) {
          largestGain.merge(section, gain, Math::max);
        }
        gain *= Span.powerRatio(element);
      }
    }
  }

  LinkPlan plan() {
    List<List<FieldPlan>> spans = new ArrayList<>();
    for (Span span : settings.link().spans()) {
      List<FieldPlan> plans = new ArrayList<>();
      for (LinkElement element : span.elements()) {
        plans.add(plan(element));
      }
      spans.add(plans);
    }
    return new LinkPlan(settings.backwards() ? undone(spans) : spans);
  }

  private FieldPlan plan(LinkElement element) {
    return switch (element) {
      case FiberSection section -> shared.computeIfAbsent(section, _ -> propagation(section));
      case OpticalFilter filter -> shared.computeIfAbsent(filter, _ -> filter(filter));
      case LumpedLoss loss ->
          shared.computeIfAbsent(loss, _ -> gain(Math.sqrt(loss.transmission())));
      case Amplifier amplifier -> amplification(amplifier);
    };
  }

  private FieldPlan propagation(FiberSection section) {
    Fiber fiber = section.fiber().referredTo(settings.carrier());
    double gamma = fiber.gamma();
    double rate = Math.abs(gamma) * settings.model().factor() * launchRate * gainBefore(section);
    StepPlan steps =
        settings.rule().plan(new Stretch(fiber, section.length(), settings.bandwidth(), rate));
    return new PropagationPlan(
        shape,
        settings.precision(),
        fiber.linearOperator(settings.grid(), section.differentialDelay()),
        settings.model().nonlinearity(scaled(gamma)),
        fiber.attenuation(),
        steps);
  }

  private double gainBefore(FiberSection section) {
    Double gain = largestGain.get(section);
    if (gain == null) {
      throw new IllegalStateException("section is not part of the link: " + section);
    }
    return gain;
  }

  private FieldParameter scaled(double gamma) {
    FieldParameter scale = settings.gammaScale();
    return FieldParameter.of(
        IntStream.range(0, scale.size()).mapToDouble(b -> gamma * scale.value(b)).toArray());
  }

  private FieldPlan filter(OpticalFilter filter) {
    return new SpectralFilterPlan(shape, settings.precision(), filter.transfer(settings.grid()));
  }

  private FieldPlan gain(double amplitude) {
    return new GainNoisePlan(shape, settings.precision(), amplitude, 0, settings.seeds(), 0);
  }

  private FieldPlan amplification(Amplifier amplifier) {
    double deviation = amplifier.noiseDeviation(settings.carrier(), settings.grid().bandwidth());
    int stream = LinkPropagation.FIRST_AMPLIFIER_STREAM + amplifiers++;
    return new GainNoisePlan(
        shape,
        settings.precision(),
        Math.sqrt(amplifier.gain()),
        deviation,
        settings.seeds(),
        stream);
  }

  /** The plans that take a link's effect back, last element first; noise and filters stay. */
  private List<List<FieldPlan>> undone(List<List<FieldPlan>> spans) {
    Map<PropagationPlan, PropagationPlan> inverses = new HashMap<>();
    List<List<FieldPlan>> reversed = new ArrayList<>();
    for (List<FieldPlan> span : spans.reversed()) {
      List<FieldPlan> plans = new ArrayList<>();
      for (FieldPlan plan : span.reversed()) {
        switch (plan) {
          case PropagationPlan forward ->
              plans.add(inverses.computeIfAbsent(forward, PropagationPlan::inverse));
          case GainNoisePlan forward -> plans.add(gain(1 / forward.amplitudeGain()));
          default -> {
            // A filter has thrown light away; there is nothing that brings it back.
          }
        }
      }
      reversed.add(plans);
    }
    return reversed;
  }
}
