package org.lightpath.cli.bench.system;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.lightpath.core.field.FieldShape;
import org.lightpath.core.field.Precision;
import org.lightpath.core.plan.FieldPlan;
import org.lightpath.core.plan.GainNoisePlan;
import org.lightpath.core.plan.PropagationPlan;
import org.lightpath.core.plan.Seeds;
import org.lightpath.core.plan.StepPlan;

/**
 * A whole system or the beginning of it.
 *
 * @param plans in the order in which they run
 * @param steps of all of them
 * @param wholeSteps steps of the whole system
 */
public record SystemRun(List<FieldPlan> plans, int steps, int wholeSteps) {
  /** Copies the list. */
  public SystemRun {
    plans = List.copyOf(plans);
  }

  /** The whole system. */
  public static SystemRun whole(FiberSystem system, FieldShape shape, Precision precision) {
    List<FieldPlan> plans = system.plans(shape, precision);
    int steps = plans.stream().mapToInt(system::steps).sum();
    return new SystemRun(plans, steps, steps);
  }

  /** Whether nothing is left out. */
  public boolean isWhole() {
    return steps == wholeSteps;
  }

  /** Whether it can be reduced to its first steps. */
  public boolean isDivisible() {
    return plans.getFirst() instanceof PropagationPlan;
  }

  /** Steps of the first stretch; all where it is no uniform stretch that could be cut. */
  public int firstStretch() {
    return plans.getFirst() instanceof PropagationPlan first ? first.steps().steps() : steps;
  }

  /**
   * The first steps of the first stretch, then, where it loses light, an amplifier without noise
   * that makes up for it, so that a run after the other finds the same power. The whole system if
   * it has no more steps, or does not begin with a stretch that can be cut.
   *
   * @param wanted how many, at most those of the first stretch
   */
  public SystemRun first(int wanted) {
    if (wanted >= wholeSteps || !(plans.getFirst() instanceof PropagationPlan stretch)) {
      return this;
    }
    int count = Math.clamp(wanted, 1, stretch.steps().steps());
    double[] lengths =
        IntStream.range(0, count).mapToDouble(i -> stretch.steps().length(i)).toArray();
    PropagationPlan cut =
        new PropagationPlan(
            stretch.shape(),
            stretch.precision(),
            stretch.dispersion(),
            stretch.nonlinearity(),
            stretch.attenuation(),
            StepPlan.of(stretch.steps().rule(), Arrays.copyOf(lengths, count)));
    return new SystemRun(
        stretch.attenuation() == 0 ? List.of(cut) : List.of(cut, restoring(cut)),
        count,
        wholeSteps);
  }

  private static GainNoisePlan restoring(PropagationPlan plan) {
    return new GainNoisePlan(
        plan.shape(), plan.precision(), 1 / plan.finalAmplitude(), 0, Seeds.of(0), 0);
  }

  /** What is left out, in words: {@code none}, or how many steps of how many are run. */
  public String reduction() {
    return isWhole() ? "none" : "first %d of %d steps".formatted(steps, wholeSteps);
  }
}
