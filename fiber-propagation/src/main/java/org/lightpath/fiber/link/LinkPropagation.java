package org.lightpath.fiber.link;

import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.lightpath.core.engine.Engine;
import org.lightpath.core.field.ComplexField;
import org.lightpath.core.field.FieldShape;
import org.lightpath.core.field.Precision;
import org.lightpath.core.plan.FieldParameter;
import org.lightpath.core.plan.Seeds;
import org.lightpath.fiber.FieldChecks;
import org.lightpath.fiber.KerrModel;
import org.lightpath.fiber.TimeGrid;
import org.lightpath.fiber.step.StepRule;

/**
 * Sends a batch of fields through a link, or back through it.
 *
 * <p>The field is uploaded once and stays on the device; it comes down at the end, where powers are
 * recorded, and where a listener asks for a checkpoint. All fields of a batch cross the same link;
 * they may differ in seed and in a factor on γ.
 *
 * <p>Noise: amplifier number i of the link (from 0) draws from stream {@link
 * #FIRST_AMPLIFIER_STREAM} + i of the field's seed, polarisation m from substream m. So noise is
 * independent between polarisations, amplifiers and seeds, and does not change when a run is
 * resumed, batched differently, or computed on another engine.
 *
 * <p>Back-propagation ({@link Builder#backwards}) takes the elements in reverse order with −β, −γ,
 * −α and inverse gains. Noise cannot be taken back and filters are left out. With the step rule of
 * the forward run, planned for the same launch ({@link Builder#plannedFor}), it undoes its scheme
 * to rounding; with fewer steps it is the digital back-propagation of a receiver.
 */
public final class LinkPropagation {
  /**
   * Stream of the first amplifier; the others follow. Transmitters draw from streams 0x4C415345 and
   * 0x53594D42, a thousand million amplifiers further up, so that draws never meet.
   */
  public static final int FIRST_AMPLIFIER_STREAM = 0x0100_0000;

  private final LinkSettings settings;
  private final int powerEvery;
  private final boolean stepErrorWanted;
  private final List<Double> launchPeaks;
  private final LinkListener listener;

  private LinkPropagation(Builder builder) {
    this.settings =
        new LinkSettings(
            builder.link,
            builder.grid,
            builder.carrier,
            builder.model,
            builder.rule,
            Math.min(builder.bandwidth, builder.grid.bandwidth()),
            builder.precision,
            builder.seeds,
            builder.gammaScale,
            builder.backwards);
    this.powerEvery = builder.powerEvery;
    this.stepErrorWanted = builder.stepErrorWanted;
    this.launchPeaks = builder.launchPeaks;
    this.listener = builder.listener;
  }

  /**
   * Starts a description.
   *
   * @param link what light passes
   * @param grid times and frequencies of the samples
   * @param carrier optical frequency [Hz] of the middle of the simulated band; fibres given at
   *     another frequency are referred to it
   */
  public static Builder of(Link link, TimeGrid grid, double carrier) {
    return new Builder(link, grid, carrier);
  }

  /**
   * What a run would do, without running it.
   *
   * @param shape (batch, polarisation, time)
   * @param launchPeakPower peak power [W] of each field at launch of the forward link
   */
  public LinkPlan plan(FieldShape shape, List<Double> launchPeakPower) {
    return new LinkPlanner(settings, shape, launchPeakPower).plan();
  }

  /**
   * Sends fields through the link.
   *
   * @param engine what computes
   * @param launch the batch; stays unchanged
   * @throws IllegalArgumentException if the samples are not those of the grid
   * @throws org.lightpath.fiber.DivergedException if the field stops being finite
   */
  public LinkResult run(Engine engine, ComplexField launch) {
    if (launch.shape().samples() != settings.grid().samples()) {
      throw new IllegalArgumentException(
          "link: the field has %d samples, the grid %d"
              .formatted(launch.shape().samples(), settings.grid().samples()));
    }
    FieldChecks.requireFinite(launch, 0);
    List<Double> peaks = peaks(launch);
    try (ComplexField start = launch.copy(settings.precision())) {
      LinkState state = new LinkState(0, start, peaks, List.of(), OptionalDouble.empty());
      return resume(engine, state);
    }
  }

  /** Peak powers [W] of the forward launch, which steps are planned for. */
  private List<Double> peaks(ComplexField launch) {
    int batch = launch.shape().batch();
    if (!launchPeaks.isEmpty() && launchPeaks.size() != batch) {
      throw new IllegalArgumentException(
          "link: %d peak powers to plan for, expected one for each of the %d fields"
              .formatted(launchPeaks.size(), batch));
    }
    double toLaunch = settings.backwards() ? 1 / settings.link().netGain() : 1;
    return launchPeaks.isEmpty()
        ? IntStream.range(0, batch).mapToObj(b -> launch.peakPower(b) * toLaunch).toList()
        : launchPeaks;
  }

  /**
   * Goes on from a state that an equal propagation handed out; the result has the same bytes as a
   * run without interruption.
   *
   * @param engine what computes
   * @param from the state; its field stays unchanged and open
   */
  public LinkResult resume(Engine engine, LinkState from) {
    LinkPlan plan = plan(from.field().shape(), from.launchPeakPower());
    try (LinkRun run = new LinkRun(engine, settings, plan, from)) {
      return run.go(powerEvery, stepErrorWanted, listener);
    }
  }

  /** Collects the choices; everything not given has the default its method names. */
  public static final class Builder {
    private final Link link;
    private final TimeGrid grid;
    private final double carrier;
    private KerrModel model = KerrModel.MANAKOV;
    private StepRule rule = StepRule.standard();
    private double bandwidth = Double.POSITIVE_INFINITY;
    private Precision precision = Precision.DOUBLE;
    private Seeds seeds = Seeds.of(0);
    private FieldParameter gammaScale = FieldParameter.of(1);
    private boolean backwards;
    private int powerEvery = 1;
    private boolean stepErrorWanted;
    private List<Double> launchPeaks = List.of();
    private LinkListener listener = LinkListener.SILENT;

    private Builder(Link link, TimeGrid grid, double carrier) {
      this.link = Objects.requireNonNull(link);
      this.grid = Objects.requireNonNull(grid);
      if (!(carrier > 0) || Double.isInfinite(carrier)) {
        throw new IllegalArgumentException(
            "link: carrier is %s Hz, expected a positive number".formatted(carrier));
      }
      this.carrier = carrier;
    }

    /** Propagation equation; default {@link KerrModel#MANAKOV}. */
    public Builder model(KerrModel value) {
      model = Objects.requireNonNull(value);
      return this;
    }

    /** Step rule of every fibre section; default {@link StepRule#standard}. */
    public Builder steps(StepRule value) {
      rule = Objects.requireNonNull(value);
      return this;
    }

    /**
     * Bandwidth B [Hz] that the light occupies, for step rules; default, and at most, the simulated
     * one. The number of channels times their spacing is enough for ten channels or more; see
     * {@link StepRule.DispersionLimited} for what it costs with fewer.
     */
    public Builder occupying(double value) {
      bandwidth = value;
      return this;
    }

    /** Precision of storage and arithmetic; default double. */
    public Builder precision(Precision value) {
      precision = Objects.requireNonNull(value);
      return this;
    }

    /** Seeds of the amplifiers' noise, one or one for each field; default 0. */
    public Builder seeds(Seeds value) {
      seeds = Objects.requireNonNull(value);
      return this;
    }

    /** Factor on every fibre's γ, one or one for each field; default 1. */
    public Builder gammaScale(FieldParameter value) {
      gammaScale = Objects.requireNonNull(value);
      return this;
    }

    /** Takes the link's effect back instead of applying it. */
    public Builder backwards() {
      backwards = true;
      return this;
    }

    /**
     * Plans steps for these peak powers at launch of the forward link; default those of the field
     * given, divided by the link's net gain in a backward run. Dispersion moves peaks, so a
     * backward run has the steps of its forward run under every rule only if it is told: {@link
     * LinkState#launchPeakPower}.
     *
     * @param peakPower [W], one for each field
     */
    public Builder plannedFor(List<Double> peakPower) {
      launchPeaks = List.copyOf(peakPower);
      return this;
    }

    /** Records the mean power after every n-th span and at both ends; default 1, 0 for the ends. */
    public Builder powerEverySpans(int n) {
      powerEvery = n;
      return this;
    }

    /**
     * Estimates the relative error of the field that the finite steps cause; default off.
     *
     * <p>The first of equal spans is also crossed with steps joined in pairs (half of a span's time
     * more). A third of the distance between both outputs estimates the error of one span
     * (Richardson, order 2; same noise in both, so it cancels); it is taken times the number of
     * such spans and summed over the different ones, as if the errors of all spans added in phase.
     * The largest over the batch is kept. It says nothing about rounding, bandwidth or window.
     */
    public Builder estimateStepError(boolean wanted) {
      stepErrorWanted = wanted;
      return this;
    }

    /** Hears of the progress; default none. */
    public Builder listener(LinkListener value) {
      listener = Objects.requireNonNull(value);
      return this;
    }

    /** The propagation, ready to plan or run. */
    public LinkPropagation build() {
      return new LinkPropagation(this);
    }
  }
}
