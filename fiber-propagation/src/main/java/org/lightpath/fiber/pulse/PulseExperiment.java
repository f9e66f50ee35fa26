package org.lightpath.fiber.pulse;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.lightpath.core.engine.Engine;
import org.lightpath.core.field.ComplexField;
import org.lightpath.core.field.FieldShape;
import org.lightpath.core.field.Precision;
import org.lightpath.core.plan.FieldParameter;
import org.lightpath.core.plan.FieldPlan;
import org.lightpath.fiber.Fiber;
import org.lightpath.fiber.KerrModel;
import org.lightpath.fiber.PropagationListener;
import org.lightpath.fiber.TimeGrid;
import org.lightpath.fiber.exact.ClosedForm;
import org.lightpath.fiber.step.StepRule;

/**
 * Sends a batch of pulses through one fibre and measures them on the way.
 *
 * <p>The batch axis holds the parameter sets: fields may differ in waveform and in γ. The fibre is
 * divided at the positions asked for; stretches of equal length and equal steps share one prepared
 * program.
 */
public final class PulseExperiment {
  /**
   * Default step rule: the dispersion limit of the launched spectrum, or 0.02 rad of nonlinear
   * phase a step if that is finer. The symmetric split step errs by about 6·10⁻⁴ after ten
   * dispersion lengths of a fundamental soliton in 400 steps of 0.025 rad; the estimate of the step
   * error tells what it is in a given run.
   */
  public static final StepRule DEFAULT_RULE =
      new StepRule.Finer(StepRule.standard(), new StepRule.NonlinearPhase(0.02));

  final Fiber fiber;
  final TimeGrid grid;
  final List<Waveform> waveforms;
  final KerrModel model;
  final int polarisations;
  final FieldParameter gammas;
  final double[] positions;
  final Precision precision;
  final List<ClosedForm> references;
  final boolean stepErrorWanted;
  final PropagationListener listener;
  final StepRule rule;
  final OptionalDouble bandwidth;
  final Optional<GnlseModel> generalised;
  final OptionalDouble tolerance;
  final double differentialDelay;

  private PulseExperiment(Builder builder) {
    this.fiber = builder.fiber;
    this.grid = builder.grid;
    this.waveforms = List.copyOf(builder.waveforms);
    this.model = builder.model;
    this.polarisations = builder.polarisations;
    this.gammas = builder.gammas;
    this.positions = builder.positions.clone();
    this.precision = builder.precision;
    this.references = List.copyOf(builder.references);
    this.stepErrorWanted = builder.stepErrorWanted;
    this.listener = builder.listener;
    this.rule = builder.rule;
    this.bandwidth = builder.bandwidth;
    this.differentialDelay = builder.differentialDelay;
    this.generalised = builder.generalised;
    this.tolerance = builder.tolerance;
  }

  /**
   * Starts a description.
   *
   * @param fiber the glass; its reference frequency is the carrier, see {@link Fiber#referredTo}
   * @param length L [m]
   * @param grid times and frequencies of the samples
   * @param waveforms what is launched, one for each field of the batch
   */
  public static Builder of(
      Fiber fiber, double length, TimeGrid grid, List<? extends Waveform> waveforms) {
    return new Builder(fiber, length, grid, waveforms);
  }

  /** Shape (batch, polarisation, time) of the fields. */
  public FieldShape shape() {
    return new FieldShape(waveforms.size(), polarisations, grid.samples());
  }

  /**
   * The launched batch.
   *
   * @return a double-precision field that the caller closes
   * @throws IllegalArgumentException if the grid cannot hold a waveform: see {@link Fields#sample}
   */
  public ComplexField launch() {
    return Fields.sample(waveforms, grid, polarisations);
  }

  /**
   * What a run would do, one plan for each stretch between saved positions; equal stretches share
   * one object.
   */
  public List<FieldPlan> plan() {
    try (ComplexField launch = launch()) {
      return plan(launch);
    }
  }

  /** Runs the experiment; the caller closes the result. */
  public PulseResult run(Engine engine) {
    try (ComplexField launch = launch();
        PulseRun run = new PulseRun(this, engine, plan(launch))) {
      return run.go(launch);
    }
  }

  private List<FieldPlan> plan(ComplexField launch) {
    return new PulsePlanner(this).plan(launch);
  }

  /** Collects the choices; everything not given has the default its method names. */
  public static final class Builder {
    private final Fiber fiber;
    private final TimeGrid grid;
    private final List<Waveform> waveforms;
    private KerrModel model = KerrModel.SCALAR;
    private int polarisations = 1;
    private FieldParameter gammas;
    private double[] positions;
    private Precision precision = Precision.DOUBLE;
    private List<ClosedForm> references = List.of();
    private boolean stepErrorWanted = true;
    private PropagationListener listener = PropagationListener.SILENT;
    private StepRule rule = DEFAULT_RULE;
    private OptionalDouble bandwidth = OptionalDouble.empty();
    private double differentialDelay;
    private Optional<GnlseModel> generalised = Optional.empty();
    private OptionalDouble tolerance = OptionalDouble.empty();

    private Builder(Fiber fiber, double length, TimeGrid grid, List<? extends Waveform> waveforms) {
      if (!(length > 0) || Double.isInfinite(length)) {
        throw new IllegalArgumentException(
            "pulse experiment: length is %s m, expected a positive number".formatted(length));
      }
      if (waveforms.isEmpty()) {
        throw new IllegalArgumentException(
            "pulse experiment: expected at least one waveform, got none");
      }
      this.fiber = Objects.requireNonNull(fiber);
      this.grid = Objects.requireNonNull(grid);
      this.waveforms = List.copyOf(waveforms);
      this.gammas = FieldParameter.of(fiber.gamma());
      this.positions = new double[] {length};
    }

    /** Manakov equation with two polarisations; default is the scalar equation with one. */
    public Builder manakov() {
      if (generalised.isPresent()) {
        throw new IllegalArgumentException(
            "pulse experiment: the generalised equation is scalar, got the Manakov equation");
      }
      model = KerrModel.MANAKOV;
      polarisations = 2;
      return this;
    }

    /**
     * Differential group delay of a Manakov experiment; default 0.
     *
     * @param delay [s/m] by which polarisation x arrives later than y
     */
    public Builder differentialDelay(double delay) {
      if (delay != 0 && polarisations != 2) {
        throw new IllegalArgumentException(
            "pulse experiment: differential delay %s s/m needs two polarisations; choose manakov()"
                .formatted(delay));
      }
      differentialDelay = delay;
      return this;
    }

    /** γ [1/(W·m)], one or one for each field; default that of the fibre. */
    public Builder gammas(FieldParameter values) {
      if (values.size() != 1 && values.size() != waveforms.size()) {
        throw new IllegalArgumentException(
            "pulse experiment: %d values of γ, expected 1 or one for each of the %d fields"
                .formatted(values.size(), waveforms.size()));
      }
      gammas = values;
      return this;
    }

    /**
     * The generalised equation, in the interaction picture at fourth order, in place of the
     * symmetric split step; scalar. Steps are those of the step rule, or adaptive: see {@link
     * #tolerance}.
     */
    public Builder generalised(GnlseModel value) {
      if (model == KerrModel.MANAKOV) {
        throw new IllegalArgumentException(
            "pulse experiment: the generalised equation is scalar, got the Manakov equation");
      }
      generalised = Optional.of(value);
      return this;
    }

    /**
     * Adaptive steps of the generalised equation.
     *
     * @param value largest local error of a step, relative to the field's L2 norm; {@link
     *     GnlseModel#DEFAULT_TOLERANCE} is a good start
     */
    public Builder tolerance(double value) {
      if (generalised.isEmpty()) {
        throw new IllegalArgumentException(
            "pulse experiment: tolerance %s needs the generalised equation; choose generalised()"
                .formatted(value));
      }
      tolerance = OptionalDouble.of(value);
      return this;
    }

    /** Step rule; default {@link #DEFAULT_RULE}. */
    public Builder steps(StepRule value) {
      rule = Objects.requireNonNull(value);
      return this;
    }

    /**
     * Bandwidth B [Hz] that the light occupies, for step rules; default that of the launched
     * spectrum down to 10⁻⁸ of its power. Give more where the Kerr effect broadens it much.
     */
    public Builder occupying(double value) {
      bandwidth = OptionalDouble.of(value);
      return this;
    }

    /** Saves and measures at equal distances, z = L·i/parts; default at the ends only. */
    public Builder savedParts(int parts) {
      if (parts < 1) {
        throw new IllegalArgumentException(
            "pulse experiment: %d saved parts, expected at least 1".formatted(parts));
      }
      double length = positions[positions.length - 1];
      positions =
          IntStream.rangeClosed(1, parts).mapToDouble(i -> length * ((double) i / parts)).toArray();
      return this;
    }

    /**
     * Saves and measures at given positions, besides 0 and L.
     *
     * @param values z [m], ascending, in (0, L]
     */
    public Builder savedAt(double... values) {
      double length = positions[positions.length - 1];
      double before = 0;
      for (double z : values) {
        if (!(z > before && z <= length)) {
          throw new IllegalArgumentException(
              "pulse experiment: saved position %s m, expected more than %s m and at most %s m"
                  .formatted(z, before, length));
        }
        before = z;
      }
      positions = before == length ? values.clone() : Arrays.copyOf(values, values.length + 1);
      positions[positions.length - 1] = length;
      return this;
    }

    /** Precision of storage and arithmetic; default double. */
    public Builder precision(Precision value) {
      precision = Objects.requireNonNull(value);
      return this;
    }

    /** Closed forms to compare with: one for all fields or one for each; default none. */
    public Builder comparedWith(ClosedForm... forms) {
      if (forms.length != 1 && forms.length != waveforms.size()) {
        throw new IllegalArgumentException(
            "pulse experiment: %d closed forms, expected 1 or one for each of the %d fields"
                .formatted(forms.length, waveforms.size()));
      }
      references = List.of(forms);
      return this;
    }

    /** Whether to estimate the step error, which takes half of the run's time more; default yes. */
    public Builder estimateStepError(boolean wanted) {
      stepErrorWanted = wanted;
      return this;
    }

    /** Hears of the progress; default none. */
    public Builder listener(PropagationListener value) {
      listener = Objects.requireNonNull(value);
      return this;
    }

    /** The experiment, ready to plan or run. */
    public PulseExperiment build() {
      return new PulseExperiment(this);
    }
  }
}
