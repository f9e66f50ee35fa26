package org.lightpath.cli.pulse;

import java.util.List;
import org.lightpath.cli.figure.Numbers;
import org.lightpath.core.plan.StepPlan;
import org.lightpath.fiber.pulse.PulseResult;
import org.lightpath.fiber.step.StepRule;

/** The steps of a whole fibre in one sentence; the plans are those of its stretches. */
final class StepWords {
  /** Lengths [relative] that differ by rounding only, summed over many stretches. */
  private static final double EQUAL = 1e-9;

  private StepWords() {}

  /**
   * Such as "2000 equal steps over 3.927 km, saved at 100 positions".
   *
   * @param rule what the plans came from
   * @param stretches the plan of each stretch between saved positions, at least one
   */
  static String of(StepRule rule, List<StepPlan> stretches) {
    double shortest = Double.POSITIVE_INFINITY;
    double longest = 0;
    double length = 0;
    long steps = 0;
    for (StepPlan stretch : stretches) {
      for (int i = 0; i < stretch.steps(); i++) {
        shortest = Math.min(shortest, stretch.length(i));
        longest = Math.max(longest, stretch.length(i));
      }
      length += stretch.totalLength();
      steps += stretch.steps();
    }
    boolean equal = longest - shortest <= EQUAL * longest;
    String range = equal ? "" : " of " + metres(shortest) + " to " + metres(longest);
    String noun = (equal && steps > 1 ? " equal" : "") + (steps == 1 ? " step" : " steps");
    String saved =
        stretches.size() == 1 ? "" : ", saved at %d positions".formatted(stretches.size());
    return steps + noun + range + " over " + metres(length) + saved + cause(rule, stretches);
  }

  /** Such as "3107 adaptive steps over 150 mm, 2 rejected; local error at most 1e-6 in each". */
  static String adaptive(PulseResult result, double tolerance) {
    String most = result.fields().getFirst().shape().batch() == 1 ? "" : "at most ";
    return "%s%d adaptive steps over %s, %d rejected; local error at most %s in each"
        .formatted(
            most,
            result.steps(),
            metres(result.positions().getLast()),
            result.rejectedSteps(),
            Numbers.significant(tolerance, 3));
  }

  /** Why they are so long; empty where the count was given. */
  private static String cause(StepRule rule, List<StepPlan> stretches) {
    String words = stretches.getFirst().rule();
    if (words.startsWith("one step")) {
      return "; one step between positions" + words.substring("one step".length());
    }
    // The plan's own words add the numbers that the rule was applied to.
    String bound = rule instanceof StepRule.DispersionLimited ? words : bound(rule);
    return bound.isEmpty() ? "" : "; " + bound;
  }

  private static String bound(StepRule rule) {
    return switch (rule) {
      case StepRule.Uniform _ -> "";
      case StepRule.Logarithmic _ -> "of equal effective length";
      case StepRule.Graded _ -> "the first a third of the longest, growing by 5 %";
      case StepRule.Fixed fixed -> "at most " + metres(fixed.step()) + " each";
      case StepRule.DispersionLimited phase -> "|β″|(2πB)²h ≤ " + radians(phase.phase());
      case StepRule.NonlinearPhase phase -> "γP₀∫e^(−αz)dz ≤ " + radians(phase.phase());
      case StepRule.Finer both ->
          "the finer of: " + bound(both.first()) + "; " + bound(both.second());
    };
  }

  private static String radians(double phase) {
    return Numbers.significant(phase, 4) + " rad in each";
  }

  private static String metres(double length) {
    return Numbers.quantity(length, "m").replace('\u00a0', ' ');
  }
}
