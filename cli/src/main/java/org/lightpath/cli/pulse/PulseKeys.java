package org.lightpath.cli.pulse;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lightpath.cli.experiment.Key;
import org.lightpath.cli.experiment.QuantityType;
import org.lightpath.cli.experiment.RealType;
import org.lightpath.cli.experiment.Section;
import org.lightpath.cli.experiment.Types;
import org.lightpath.cli.experiment.Values;
import org.lightpath.cli.kind.CommonKeys;
import org.lightpath.cli.kind.FibreKeys;
import org.lightpath.cli.kind.StepKeys;
import org.lightpath.core.quantity.QuantityKind;
import org.lightpath.fiber.KerrModel;
import org.lightpath.fiber.RamanResponse;

/** Keys of experiments of kind {@code pulse}. */
final class PulseKeys {
  /** Course of the envelope. */
  enum Shape {
    GAUSSIAN,
    SUPER_GAUSSIAN,
    SECH,
    CW,
    FILE
  }

  /** Shapes that have a width. */
  private static final Set<Shape> PULSES =
      EnumSet.of(Shape.GAUSSIAN, Shape.SUPER_GAUSSIAN, Shape.SECH);

  /** Shapes that are made here. */
  private static final Set<Shape> LIGHT = EnumSet.complementOf(EnumSet.of(Shape.FILE));

  /** Which fields are kept in {@code fields.arrow}. */
  enum KeptFields {
    NONE,
    ENDS,
    ALL
  }

  /** Delayed response of the glass. */
  enum Raman {
    NONE(Optional.empty()),
    BLOW_WOOD(Optional.of(RamanResponse.BLOW_WOOD)),
    LIN_AGRAWAL(Optional.of(RamanResponse.LIN_AGRAWAL)),
    HOLLENBECK_CANTRELL(Optional.of(RamanResponse.HOLLENBECK_CANTRELL));

    private final Optional<RamanResponse> response;

    Raman(Optional<RamanResponse> response) {
      this.response = response;
    }

    Optional<RamanResponse> response() {
      return response;
    }
  }

  /** Closed form to compare with. */
  enum Reference {
    NONE,
    DISPERSION,
    SPM,
    SOLITON,
    SOLITON_N2,
    MODULATION_INSTABILITY
  }

  static final Key<Shape> SHAPE =
      Key.of(
              "shape",
              Types.choice(Shape.class),
              "Course of the envelope; cw is a continuous wave, file reads samples.")
          .require();

  static final Key<Double> T0 =
      Key.of(
          "t0",
          width(),
          "T₀: half width at 1/e of the power of a Gaussian; sech(t/T₀) for a sech.");

  static final Key<Double> FWHM =
      Key.of("fwhm", width(), "Full width at half maximum of the power.");

  static final Key<List<Double>> PEAK_POWER =
      Key.of(
          "peakPower",
          Types.oneOrMany(
              Types.quantity(QuantityKind.POWER).above(0, "a pulse has power").usually(1e-9, 1e6)),
          "Peak power P₀, or the power of a continuous wave; a list makes a batch.");

  static final Key<List<Double>> SOLITON_ORDER =
      Key.of(
          "solitonOrder",
          Types.oneOrMany(positive("an order is positive")),
          "Order N of a soliton: P₀ = N²|β₂|/(γcT₀²); a list makes a batch.");

  static final Key<List<Double>> ENERGY =
      Key.of(
          "energy",
          Types.oneOrMany(Types.quantity(QuantityKind.ENERGY).above(0, "a pulse has energy")),
          "Energy of the pulse; a list makes a batch.");

  static final Key<List<Double>> CHIRP =
      Key.of(
              "chirp",
              Types.oneOrMany(Types.real()),
              "Chirp parameter C; positive is an up-chirp. A list makes a batch.")
          .defaultsTo("0", "transform-limited");

  static final Key<Long> ORDER =
      Key.of(
              "order",
              Types.whole(1, 100, "a super-Gaussian of order 1 is a Gaussian"),
              "Order m of a super-Gaussian exp(−(t/T₀)^(2m)/2).")
          .defaultsTo("2", "the lowest order that differs from a Gaussian");

  static final Key<Double> DETUNING =
      Key.of(
              "detuning",
              Types.quantity(QuantityKind.FREQUENCY),
              "Frequency relative to the carrier; positive is a higher optical frequency. That of a"
                  + " cw is moved to the nearest frequency bin 1/window; that of a pair is the"
                  + " middle of both.")
          .defaultsTo("0 Hz", "at the carrier");

  static final Key<Double> ANGLE =
      Key.of(
              "angle",
              Types.quantity(QuantityKind.ANGLE),
              "θ: the power is split as cos²θ into x and sin²θ into y.")
          .defaultsTo("0 deg", "linear along x");

  static final Key<Double> PHASE_DIFFERENCE =
      Key.of(
              "phase",
              Types.quantity(QuantityKind.ANGLE),
              "δ: phase of y relative to x; 90 deg at θ = 45 deg is circular.")
          .defaultsTo("0 deg", "linear");

  static final Key<Values> POLARISATION =
      Key.of(
              "polarisation",
              Types.section(
                  Section.named("a state of polarisation", "State of polarisation, for manakov.")
                      .keys(ANGLE, PHASE_DIFFERENCE)
                      .build()),
              "State of polarisation; for the model manakov.")
          .defaultsTo("{}", "linear along x");

  static final Key<Double> SEPARATION =
      Key.of(
              "separation",
              Types.quantity(QuantityKind.TIME).atLeast(0, "swap the sign of detuning instead"),
              "Time between the two pulses.")
          .require();

  static final Key<Double> PAIR_DETUNING =
      Key.of(
              "detuning",
              Types.quantity(QuantityKind.FREQUENCY),
              "Frequency of the later pulse minus that of the earlier one; with β₂ < 0 they meet if"
                  + " it is positive.")
          .defaultsTo("0 Hz", "equal frequencies");

  static final Key<Double> PAIR_PHASE =
      Key.of("phase", Types.quantity(QuantityKind.ANGLE), "Phase of the later pulse.")
          .defaultsTo("0 rad", "in phase");

  static final Key<Values> PAIR =
      Key.of(
          "pair",
          Types.section(
              Section.named("a pair", "Two equal pulses in place of one.")
                  .keys(SEPARATION, PAIR_DETUNING, PAIR_PHASE)
                  .build()),
          "Launches two such pulses.");

  static final Key<Double> SIDEBAND_DETUNING =
      Key.of(
              "detuning",
              Types.quantity(QuantityKind.FREQUENCY),
              "Frequency of the sideband relative to the carrier; moved to the nearest frequency bin"
                  + " 1/window.")
          .require();

  static final Key<Double> SIDEBAND_POWER =
      Key.of(
              "power",
              Types.quantity(QuantityKind.POWER).above(0, "a sideband has power"),
              "Power of the sideband.")
          .require();

  static final Key<Values> SIDEBAND =
      Key.of(
          "sideband",
          Types.section(
              Section.named("a sideband", "One weak sideband beside a continuous wave.")
                  .keys(SIDEBAND_DETUNING, SIDEBAND_POWER)
                  .build()),
          "Adds a weak sideband to a continuous wave, which modulation instability amplifies.");

  static final Key<String> FILE =
      Key.of(
          "file",
          Types.text("a file name"),
          "CSV or NPY file with the samples of the envelope, relative to the experiment file.");

  static final Key<Values> PULSE =
      Key.of(
              "pulse",
              Types.section(
                  Section.named("a pulse", "What is launched.")
                      .keys(SHAPE)
                      .atMostOne(T0, FWHM)
                      .atMostOne(PEAK_POWER, SOLITON_ORDER, ENERGY)
                      .keys(CHIRP, ORDER, DETUNING, POLARISATION, PAIR, SIDEBAND, FILE)
                      .usedFor(SHAPE, PULSES, T0, FWHM, CHIRP, PAIR)
                      .usedFor(SHAPE, LIGHT, PEAK_POWER, SOLITON_ORDER, ENERGY)
                      .usedFor(SHAPE, LIGHT, DETUNING, POLARISATION)
                      .usedFor(SHAPE, EnumSet.of(Shape.SUPER_GAUSSIAN), ORDER)
                      .usedFor(SHAPE, EnumSet.of(Shape.CW), SIDEBAND)
                      .usedFor(SHAPE, EnumSet.of(Shape.FILE), FILE)
                      .build()),
              "What is launched.")
          .require();

  static final Key<Double> WINDOW =
      Key.of(
              "window",
              Types.quantity(QuantityKind.TIME).above(0, "a window has a positive length"),
              "Time window; the field is periodic in it.")
          .require();

  static final Key<Long> SAMPLES =
      Key.of(
              "samples",
              Types.whole(2, 1L << 28, "a transform needs 2^a·3^b·5^c·7^d samples"),
              "Samples in the window, 2^a·3^b·5^c·7^d; the simulated bandwidth is"
                  + " samples/window.")
          .require();

  static final Key<Values> GRID =
      Key.of(
              "grid",
              Types.section(
                  Section.named("a grid", "Times and frequencies of the samples.")
                      .keys(WINDOW, SAMPLES)
                      .build()),
              "Times and frequencies of the samples.")
          .require();

  static final Key<Values> FIBRE =
      Key.of("fibre", Types.section(FibreKeys.SECTION), "The fibre.").alias("fiber").require();

  static final Key<Double> LENGTH =
      Key.of(
              "length",
              Types.quantity(QuantityKind.LENGTH)
                  .above(0, "a fibre has a positive length")
                  .usually(1e-4, 2e7),
              "Length of the fibre.")
          .require();

  static final Key<Double> WAVELENGTH =
      Key.of(
          "wavelength",
          Types.quantity(QuantityKind.WAVELENGTH).above(0, "a wavelength is positive"),
          "Carrier wavelength; default that of the fibre. Dispersion is referred to it.");

  static final Key<KerrModel> MODEL =
      Key.of(
              "model",
              Types.choice(KerrModel.class),
              "Propagation equation: scalar (one polarisation) or manakov (two, 8/9 γ).")
          .defaultsTo("scalar", "one polarisation suffices for most pulses");

  static final Key<Raman> RAMAN =
      Key.of(
              "raman",
              Types.choice(Raman.class),
              "Delayed Raman response of silica, with its share f_R: blow-wood (0.18), lin-agrawal"
                  + " (0.245), hollenbeck-cantrell (0.20), or none. For the model scalar.")
          .defaultsTo("none", "it matters for pulses below a few picoseconds");

  static final Key<Boolean> SELF_STEEPENING =
      Key.of(
              "selfSteepening",
              Types.flag(),
              "Whether γ grows with frequency as 1 + ω/ω₀, so that photons are conserved, not energy;"
                  + " for the model scalar.")
          .defaultsTo("false", "it matters for pulses below a few hundred femtoseconds");

  static final Key<Long> SAVES =
      Key.of(
              "saves",
              Types.whole(1, 10_000, ""),
              "Equal distances after which the field is measured; the launch is measured too.")
          .defaultsTo("50", "fine enough to see a map over z");

  static final Key<Reference> REFERENCE =
      Key.of(
              "reference",
              Types.choice(Reference.class),
              "Closed form to compare with; it must hold for this fibre and pulse.")
          .defaultsTo("none", "few pulses have one");

  static final Key<Boolean> STEP_ERROR =
      Key.of(
              "stepError",
              Types.flag(),
              "Whether to estimate the error of the steps; takes half of the run's time more.")
          .defaultsTo("true", "a result without an error estimate is worth little");

  static final Key<KeptFields> FIELDS =
      Key.of(
              "fields",
              Types.choice(KeptFields.class),
              "Complex fields kept in fields.arrow: none, those at both ends, or all saved.")
          .defaultsTo("ends", "small, and enough to go on with");

  static final Key<Values> STEPS =
      Key.of("steps", Types.section(StepKeys.SECTION), "How the fibre is divided into steps.")
          .defaultsTo("{}", "the recommended rule");

  static final Section SECTION =
      CommonKeys.section("pulse", "One or many pulses through a fibre.")
          .keys(FIBRE, LENGTH, WAVELENGTH, MODEL, RAMAN, SELF_STEEPENING, PULSE, GRID)
          .keys(STEPS, SAVES, REFERENCE, STEP_ERROR, FIELDS)
          .build();

  private PulseKeys() {}

  private static QuantityType width() {
    return Types.quantity(QuantityKind.TIME)
        .above(0, "a pulse has a positive width")
        .usually(1e-15, 1e-6);
  }

  private static RealType positive(String reason) {
    return Types.real().above(0, reason);
  }
}
