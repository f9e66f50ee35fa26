package org.lightpath.cli.bench.system;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;
import org.lightpath.core.field.ComplexField;
import org.lightpath.core.field.FieldShape;
import org.lightpath.core.field.Precision;
import org.lightpath.core.plan.FieldPlan;
import org.lightpath.core.plan.Seeds;
import org.lightpath.fiber.Fiber;
import org.lightpath.fiber.KerrModel;
import org.lightpath.fiber.Optics;
import org.lightpath.fiber.TimeGrid;
import org.lightpath.fiber.link.Amplifier;
import org.lightpath.fiber.link.FiberSection;
import org.lightpath.fiber.link.Link;
import org.lightpath.fiber.link.LinkPropagation;
import org.lightpath.fiber.link.Span;
import org.lightpath.fiber.step.StepRule;
import org.lightpath.fiber.transceiver.Launch;
import org.lightpath.fiber.transceiver.ModulationFormat;
import org.lightpath.fiber.transceiver.PulseShape;
import org.lightpath.fiber.transceiver.Transmitter;
import org.lightpath.fiber.transceiver.TransmitterSpec;
import org.lightpath.fiber.transceiver.Waveform;
import org.lightpath.fiber.transceiver.WdmGrid;

/**
 * Channels of 32 GBd PDM-16QAM over amplified spans, by the Manakov equation, with the noise of
 * every amplifier.
 *
 * @param name of the case
 * @param title of the case
 * @param source of its numbers
 * @param sizes measured
 * @param signal what is sent
 * @param line what it goes through
 */
record CoherentLink(
    String name, String title, String source, List<Size> sizes, Signal signal, Line line)
    implements FiberSystem {
  private static final double CARRIER = 193.1e12;
  private static final double SYMBOL_RATE = 32e9;
  private static final double SPACING = 37.5e9;
  private static final double ROLL_OFF = 0.01;
  private static final int FILTER_TAPS = 1024;
  private static final long SYMBOL_SEED = 123;
  private static final long NOISE_SEED = 456;

  /** Fields that differ in their symbols; a larger batch repeats them, each with its own noise. */
  private static final int DRAWN_FIELDS = 16;

  /** OptiCommPy's fibre: 0.2 dB/km, 16 ps/(nm·km), 1.3 /(W·km). */
  private static final Fiber OPTICOMMPY =
      Fiber.named("OptiCommPy", CARRIER)
          .source("OptiCommPy, examples/test_WDM_transmission.ipynb")
          .attenuation(Optics.attenuationFromDecibels(0.2e-3))
          .betas(beta2())
          .gamma(1.3e-3)
          .build();

  /** β₂ = −Dλ²/(2πc) alone, as OptiCommPy has it: no slope. */
  private static double beta2() {
    double wavelength = Optics.SPEED_OF_LIGHT / CARRIER;
    return -16e-6 * wavelength * wavelength / (2 * Math.PI * Optics.SPEED_OF_LIGHT);
  }

  /** The noise figure of OptiCommPy's amplifiers. */
  private static final double OPTICOMMPY_NOISE_DB = 4.5;

  /**
   * Steps of a span of 50 km: what OptiCommPy's rule (0.02 rad of nonlinear phase) takes there,
   * measured at 320 000 samples.
   */
  private static final StepRule SIXTY = new StepRule.Uniform(60);

  /** Copies the list. */
  CoherentLink {
    sizes = List.copyOf(sizes);
  }

  /**
   * What is sent.
   *
   * @param channels on a grid of 37.5 GHz
   * @param samplesPerSymbol of the simulation
   * @param launchDbm power of a channel, both polarisations together [dBm]
   */
  record Signal(int channels, int samplesPerSymbol, double launchDbm) {}

  /**
   * What it goes through.
   *
   * @param spans number of spans
   * @param length of a span [m]
   * @param noiseFigureDb of each amplifier [dB]
   * @param rule steps of a span
   */
  record Line(int spans, double length, double noiseFigureDb, StepRule rule) {}

  /** B3: 11 channels over 14 spans of 50 km, 1.6 million samples. */
  static CoherentLink opticommpyWdm() {
    return new CoherentLink(
        "B3",
        "OptiCommPy's WDM transmission: 11 channels over 14 x 50 km, 60 steps a span",
        "OptiCommPy, examples/test_WDM_transmission.ipynb",
        List.of(new Size(1_600_000, 1)),
        new Signal(11, 16, -2),
        new Line(14, 50e3, OPTICOMMPY_NOISE_DB, SIXTY));
  }

  /** B3s: its small twin. */
  static CoherentLink opticommpySmall() {
    return new CoherentLink(
        "B3s",
        "the small twin of B3: 2000 symbols, 2 x 50 km",
        "OptiCommPy, examples/test_WDM_transmission.ipynb, shortened",
        List.of(new Size(32_000, 1)),
        new Signal(11, 16, -2),
        new Line(2, 50e3, OPTICOMMPY_NOISE_DB, SIXTY));
  }

  /** B4: one channel over 10 spans, from 20 000 to two million samples. */
  static CoherentLink opticommpySweep() {
    return new CoherentLink(
        "B4",
        "OptiCommPy's sweep of sizes: one channel at -2 dBm over 10 x 50 km, 4 samples a symbol",
        "OptiCommPy, examples/benchmarck_GPU_processing.ipynb; steps: at most 20 rad of dispersive phase",
        List.of(new Size(20_000, 1), new Size(200_000, 1), new Size(2_000_000, 1)),
        new Signal(1, 4, -2),
        new Line(10, 50e3, OPTICOMMPY_NOISE_DB, StepRule.standard()));
  }

  /** B11: two spans of a metro network for ten thousand fields at once. */
  static CoherentLink edgeMetro() {
    return new CoherentLink(
        "B11",
        "edge to metro: 10 000 fields of one channel at 0 dBm over 2 x 40 km",
        "assumed: fibre of B3, spans of 40 km, noise figure 5 dB; steps: at most 20 rad of dispersive phase",
        List.of(new Size(4096, 10_000)),
        new Signal(1, 4, 0),
        new Line(2, 40e3, 5, StepRule.standard()));
  }

  @Override
  public String model() {
    return "manakov";
  }

  @Override
  public int modes() {
    return 2;
  }

  private Transmitter transmitter(int samples) {
    PulseShape pulse = new PulseShape.TruncatedRootRaisedCosine(ROLL_OFF, FILTER_TAPS);
    return new Transmitter(
        new TransmitterSpec(
            WdmGrid.uniform(CARRIER, signal.channels(), SPACING, SYMBOL_RATE),
            Waveform.dual(ModulationFormat.QAM16, pulse),
            samples / signal.samplesPerSymbol(),
            samples));
  }

  @Override
  public ComplexField input(FieldShape shape, Precision precision) {
    List<Launch> launches = new ArrayList<>();
    for (int b = 0; b < Math.min(shape.batch(), DRAWN_FIELDS); b++) {
      launches.add(new Launch(Optics.fromDbm(signal.launchDbm()), SYMBOL_SEED + b));
    }
    return RepeatedFields.fill(
        transmitter(shape.samples()).emit(launches, precision), shape.batch());
  }

  @Override
  public List<FieldPlan> plans(FieldShape shape, Precision precision) {
    FiberSection section = new FiberSection(OPTICOMMPY, line.length());
    Amplifier amplifier =
        new Amplifier(1 / section.transmission(), Optics.fromDecibels(line.noiseFigureDb()));
    Link link = Link.repeated(Span.of(section, amplifier), line.spans());
    TimeGrid grid = new TimeGrid(shape.samples(), 1 / (SYMBOL_RATE * signal.samplesPerSymbol()));
    // None of the rules used here looks at the peak power, so the mean will do.
    double power = signal.channels() * Optics.fromDbm(signal.launchDbm());
    return LinkPropagation.of(link, grid, CARRIER)
        .model(KerrModel.MANAKOV)
        .steps(line.rule())
        .precision(precision)
        .seeds(Seeds.of(LongStream.range(NOISE_SEED, NOISE_SEED + shape.batch()).toArray()))
        .build()
        .plan(shape, Collections.nCopies(shape.batch(), power))
        .spans()
        .stream()
        .flatMap(List::stream)
        .toList();
  }
}
