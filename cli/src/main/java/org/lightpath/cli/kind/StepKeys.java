package org.lightpath.cli.kind;

import java.util.OptionalDouble;
import org.lightpath.cli.experiment.Key;
import org.lightpath.cli.experiment.Place;
import org.lightpath.cli.experiment.Problems;
import org.lightpath.cli.experiment.Section;
import org.lightpath.cli.experiment.Types;
import org.lightpath.cli.experiment.Values;
import org.lightpath.core.quantity.QuantityKind;
import org.lightpath.fiber.step.StepRule;

/** Keys that choose the step rule. */
public final class StepKeys {
  private static final int MAX_STEPS = 100_000_000;

  /** How the steps are chosen. */
  public enum Rule {
    /** The rule recommended for this kind of experiment. */
    AUTO,
    /** A number of equal steps. */
    UNIFORM,
    /** Equal steps no longer than a length. */
    FIXED,
    /** The longest equal steps whose dispersive phase stays below a bound. */
    DISPERSION,
    /** A number of steps of equal effective length. */
    LOGARITHMIC,
    /** A number of steps, equal but for shorter ones at the beginning. */
    GRADED,
    /** Steps that turn the peak by at most a phase. */
    NONLINEAR_PHASE,
    /** Steps found while the run goes on, by their local error. */
    ADAPTIVE
  }

  private static final Key<Rule> RULE =
      Key.of(
              "rule",
              Types.choice(Rule.class),
              "How the fibre is divided: uniform (count), fixed (size), dispersion (phase),"
                  + " logarithmic (count), graded (count), nonlinear-phase (phase), adaptive"
                  + " (tolerance; pulses only), or auto.")
          .defaultsTo("auto", "the rule recommended for this kind of experiment");

  private static final Key<Long> COUNT =
      Key.of(
          "count",
          Types.whole(1, MAX_STEPS, "at least one step is needed to cross a fibre"),
          "Number of steps over the fibre, of each span in a link; for uniform, logarithmic and graded.");

  private static final Key<Double> SIZE =
      Key.of(
          "size",
          Types.quantity(QuantityKind.LENGTH).above(0, "a step has a positive length"),
          "Largest step; for fixed.");

  private static final Key<Double> PHASE =
      Key.of(
          "phase",
          Types.quantity(QuantityKind.ANGLE).above(0, "a bound on a phase is positive"),
          "Largest phase of a step: |β₂|(2πB)²h for dispersion, γP₀∫e^(−αz)dz for"
              + " nonlinear-phase.");

  private static final Key<Double> TOLERANCE =
      Key.of(
          "tolerance",
          Types.real().between(1e-14, 0.1, "less is below rounding, more is no accuracy"),
          "Largest local error of a step relative to the field (L2 norm), without a unit; for"
              + " adaptive, default 1e-6.");

  /** The section. */
  public static final Section SECTION =
      Section.named("a step rule", "How the fibre is divided into steps.")
          .keys(RULE, COUNT, SIZE, PHASE, TOLERANCE)
          .build();

  private StepKeys() {}

  /**
   * The tolerance of adaptive steps, where those are chosen.
   *
   * @param automatic whether {@code auto} stands for adaptive steps
   * @param standard tolerance where none is given
   */
  public static OptionalDouble tolerance(Values values, boolean automatic, double standard) {
    Rule rule = values.get(RULE);
    boolean adaptive = rule == Rule.ADAPTIVE || (automatic && rule == Rule.AUTO);
    return adaptive
        ? OptionalDouble.of(values.find(TOLERANCE).orElse(standard))
        : OptionalDouble.empty();
  }

  /** Where the rule is chosen, for problems that concern more than this section. */
  public static Place place(Values values) {
    return values.place(RULE);
  }

  /** Whether steps are controlled by their error. */
  public static boolean adaptive(Values values) {
    return values.get(RULE) == Rule.ADAPTIVE;
  }

  /**
   * The step rule chosen, of an experiment whose steps are all planned ahead.
   *
   * @param automatic the rule that {@code auto} stands for
   */
  public static StepRule rule(Values values, StepRule automatic, Problems problems) {
    refuseUnused(TOLERANCE, false, values, problems);
    if (adaptive(values)) {
      problems.error(
          place(values),
          "steps.rule 'adaptive' is for pulses of the scalar equation; the steps of this experiment are"
              + " planned ahead",
          "choose another rule, such as auto");
    }
    return planned(values, automatic, problems);
  }

  /**
   * The step rule chosen; {@code adaptive} stands for the automatic rule here, see {@link
   * #tolerance}.
   *
   * @param automatic the rule that {@code auto} stands for
   */
  public static StepRule planned(Values values, StepRule automatic, Problems problems) {
    Rule rule = values.get(RULE);
    refuseUnused(values, rule, problems);
    return switch (rule) {
      case AUTO, ADAPTIVE -> automatic;
      case UNIFORM -> new StepRule.Uniform(count(values, problems));
      case LOGARITHMIC -> new StepRule.Logarithmic(count(values, problems));
      case GRADED -> new StepRule.Graded(count(values, problems));
      case FIXED -> new StepRule.Fixed(required(SIZE, values, problems, 1.0));
      case DISPERSION ->
          new StepRule.DispersionLimited(values.find(PHASE).orElse(StepRule.DEFAULT_PHASE));
      case NONLINEAR_PHASE -> new StepRule.NonlinearPhase(required(PHASE, values, problems, 1.0));
    };
  }

  private static int count(Values values, Problems problems) {
    return Math.toIntExact(required(COUNT, values, problems, 1L));
  }

  /** The value of a key that this rule needs; a stand-in once its absence has been recorded. */
  private static <T> T required(Key<T> key, Values values, Problems problems, T standIn) {
    if (values.find(key).isEmpty()) {
      problems.error(
          values.place(RULE),
          "steps.rule '%s' needs the key '%s'"
              .formatted(Types.hyphenated(values.get(RULE)), key.name()),
          "add '%s' to steps".formatted(key.name()));
    }
    return values.find(key).orElse(standIn);
  }

  private static void refuseUnused(Values values, Rule rule, Problems problems) {
    boolean counted = rule == Rule.UNIFORM || rule == Rule.LOGARITHMIC || rule == Rule.GRADED;
    boolean phased = rule == Rule.DISPERSION || rule == Rule.NONLINEAR_PHASE;
    refuseUnused(COUNT, counted, values, problems);
    refuseUnused(SIZE, rule == Rule.FIXED, values, problems);
    refuseUnused(PHASE, phased, values, problems);
    boolean controlled = rule == Rule.ADAPTIVE || rule == Rule.AUTO;
    refuseUnused(TOLERANCE, controlled, values, problems);
  }

  private static void refuseUnused(Key<?> key, boolean used, Values values, Problems problems) {
    if (values.given(key) && !used) {
      problems.error(
          values.place(key),
          "steps.%s does not go with steps.rule '%s'"
              .formatted(key.name(), Types.hyphenated(values.get(RULE))),
          "name the rule that uses it, or remove the key");
    }
  }
}
