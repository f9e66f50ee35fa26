package org.lightpath.core.plan;

/** How the steps of a {@link GnlsePlan} are found: planned before, or controlled by their error. */
public sealed interface GnlseSteps {
  /** Length L [m] that the steps cross. */
  double length();

  /**
   * Steps planned before anything runs; fourth order in h.
   *
   * @param steps step lengths
   */
  record Planned(StepPlan steps) implements GnlseSteps {
    @Override
    public double length() {
      return steps.totalLength();
    }
  }

  /**
   * Steps found on the device, for each field on its own: a step is taken if its local error ε =
   * (h/10) ‖k₄ − k₅‖/‖A‖ is at most the tolerance, and the next is h·{@link #factor}.
   *
   * @param length L [m]
   * @param tolerance largest local error of a step, relative to the field's L2 norm: one value for
   *     the batch or one for each field
   * @param firstStep length of the first step tried [m]; a bad guess costs a few steps
   */
  record Adaptive(double length, FieldParameter tolerance, double firstStep) implements GnlseSteps {
    /** Safety factor of the controller (Balac and Mahé 2013, section 4). */
    public static final double SAFETY = 0.9;

    /** Least factor from one step to the next (Balac and Mahé 2013). */
    public static final double SHRINK = 0.5;

    /** Largest factor from one step to the next (Balac and Mahé 2013). */
    public static final double GROWTH = 2;

    /** Shortest step over L; a field that asks for shorter ones is given up. Chosen, no source. */
    public static final double SHORTEST = 1e-10;

    /** The rest is crossed in one step if it is this little longer than the step. Chosen. */
    public static final double ALMOST = 1 + 1e-9;

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if a length or tolerance is not positive and finite
     */
    public Adaptive {
      requirePositive("length", length);
      requirePositive("first step", firstStep);
      for (int b = 0; b < tolerance.size(); b++) {
        if (!(tolerance.value(b) > 0 && tolerance.value(b) < 1)) {
          throw new IllegalArgumentException(
              "adaptive steps: tolerance is %s, expected a relative error between 0 and 1"
                  .formatted(tolerance.value(b)));
        }
      }
    }

    private static void requirePositive(String what, double value) {
      if (!(value > 0) || Double.isInfinite(value)) {
        throw new IllegalArgumentException(
            "adaptive steps: %s is %s m, expected a positive length".formatted(what, value));
      }
    }

    /**
     * Factor from this step to the next, 0.9 (tolerance/ε)^(1/4) between {@link #SHRINK} and {@link
     * #GROWTH}: the third-order companion errs by h⁴. An error that is no number shrinks the step.
     */
    public static double factor(double tolerance, double error) {
      if (error == 0) {
        return GROWTH;
      }
      double wanted = SAFETY * Math.sqrt(Math.sqrt(tolerance / error));
      return wanted > SHRINK ? Math.min(wanted, GROWTH) : SHRINK;
    }
  }
}
