package org.lightpath.cli.core;

import java.util.EnumSet;
import java.util.List;
import org.lightpath.cli.experiment.Key;
import org.lightpath.cli.experiment.Section;
import org.lightpath.cli.experiment.Types;
import org.lightpath.cli.experiment.Values;
import org.lightpath.cli.kind.CommonKeys;
import org.lightpath.core.quantity.QuantityKind;
import org.lightpath.photonic.core.Driver;
import org.lightpath.photonic.core.ReadoutCircuit;

/** Keys of experiments of kind {@code core}. */
public final class CoreKeys {
  /** Values of the operands. */
  enum Distribution {
    UNIFORM,
    NORMAL,
    FILE
  }

  static final Key<Long> ROWS = extent("rows", "M, rows of the inputs and of the result.", "64");
  static final Key<Long> COLUMNS = extent("columns", "N, columns of the weights.", "64");
  static final Key<Long> INNER = extent("inner", "K, terms of each sum.", "64");

  static final Key<Boolean> TILING =
      Key.of(
              "tiling",
              Types.flag(),
              "Whether a K beyond the integration length is read out in parts.")
          .defaultsTo("true", "as tiled hardware does");

  static final Key<Values> PRODUCT =
      Key.of(
              "product",
              Types.section(
                  Section.named("a product", "Extents of C[M,N] = A[M,K] B[K,N].")
                      .keys(ROWS, COLUMNS, INNER, TILING)
                      .build()),
              "Extents of C[M,N] = A[M,K] B[K,N].")
          .defaultsTo("{}", "small");

  static final Key<Distribution> DISTRIBUTION =
      Key.of(
              "distribution",
              Types.choice(Distribution.class),
              "uniform over the full scale; normal, scaled to its largest value; or files.")
          .defaultsTo("uniform", "uses the full scale");

  static final Key<String> LEFT =
      Key.of("left", Types.text("a file name"), "NPY file with A, M × K real numbers.");

  static final Key<String> RIGHT =
      Key.of("right", Types.text("a file name"), "NPY file with B, K × N real numbers.");

  static final Key<Double> LEFT_SCALE =
      Key.of(
          "leftScale",
          Types.real().above(0, "a full scale is positive"),
          "Value of A that drives its modulator fully; beyond it, values are clipped and counted;"
              + " default: the largest.");

  static final Key<Double> RIGHT_SCALE =
      Key.of(
          "rightScale",
          Types.real().above(0, "a full scale is positive"),
          "Value of B that drives its modulator fully; default: the largest.");

  static final Key<Values> OPERANDS =
      Key.of(
              "operands",
              Types.section(
                  Section.named("operands", "The numbers that are multiplied.")
                      .keys(DISTRIBUTION, LEFT, RIGHT, LEFT_SCALE, RIGHT_SCALE)
                      .usedFor(DISTRIBUTION, EnumSet.of(Distribution.FILE), LEFT, RIGHT)
                      .usedFor(
                          DISTRIBUTION,
                          EnumSet.of(Distribution.NORMAL, Distribution.FILE),
                          LEFT_SCALE,
                          RIGHT_SCALE)
                      .build()),
              "The numbers that are multiplied.")
          .defaultsTo("{}", "uniform random");

  static final Key<List<Double>> PHOTONS =
      Key.of(
          "photonsPerMac",
          Types.oneOrMany(Types.real().above(0, "light is positive")),
          "Detected photons for each multiplication, both arms (mesh: launched); default: no shot"
              + " noise. A list makes cases.");

  static final Key<Double> SNR =
      Key.of(
          "snr",
          Types.quantity(QuantityKind.RATIO).above(0, "a ratio of powers"),
          "Wanted ratio of signal to receiver noise (shot, thermal, intensity, phase): the light is"
              + " sized for it, in place of photonsPerMac.");

  static final Key<Double> SHARE =
      Key.of(
              "leftShare",
              Types.real().between(1e-6, 1 - 1e-6, "a share of the light"),
              "Share of the photons that the inputs bring, where both operands are light.")
          .defaultsTo("0.5", "least shot noise");

  static final Key<Double> WAVELENGTH =
      Key.of(
              "wavelength",
              Types.quantity(QuantityKind.WAVELENGTH).above(0, "a wavelength is positive"),
              "For the energy of a photon.")
          .defaultsTo("1550 nm", "C band");

  static final Key<Double> SYMBOL_RATE =
      Key.of(
              "symbolRate",
              Types.quantity(QuantityKind.SYMBOL_RATE).above(0, "a rate is positive"),
              "Symbols of each stream per second: the clock of the core.")
          .defaultsTo("5 GBd", "Lightening-Transformer, HPCA 2024");

  static final Key<Values> LIGHT =
      Key.of(
              "light",
              Types.section(
                  Section.named("light", "How much light, and how fast.")
                      .atMostOne(PHOTONS, SNR)
                      .keys(SHARE, WAVELENGTH, SYMBOL_RATE)
                      .build()),
              "How much light, and how fast.")
          .defaultsTo("{}", "no shot noise");

  static final Key<String> MODULATOR_PRESET =
      Key.of(
          "preset",
          Types.words(ModulatorPresets.names()),
          "Modulator whose extinction ratio, bandwidth, curve, loss and energy are taken; keys given"
              + " beside it replace them. 'lightpath presets' lists values and sources.");

  /** Bits of the converters before the modulators. */
  public static final Key<List<Long>> BITS =
      Key.of(
          "bits",
          Types.oneOrMany(Types.whole(1, 16, "a converter has bits")),
          "Bits of the digital-to-analogue converters; default: exact. A list makes cases.");

  /** Emission over voltage. */
  public static final Key<Driver.Curve> CURVE =
      Key.of(
              "curve",
              Types.choice(Driver.Curve.class),
              "Emission over voltage: linear, or mach-zehnder.")
          .defaultsTo("linear", "levels uniform in value");

  /** Whether drivers invert the curve. */
  public static final Key<Boolean> PREDISTORTED =
      Key.of("preDistorted", Types.flag(), "Whether the driver inverts the curve.")
          .defaultsTo("true", "as drivers do");

  /** Extinction ratio of the modulators. */
  public static final Key<Double> EXTINCTION =
      Key.of(
          "extinctionRatio",
          Types.quantity(QuantityKind.RATIO).above(1, "an extinction ratio is above 0 dB"),
          "Extinction ratio of the modulators; default: perfect.");

  /** Bandwidth of the modulators. */
  public static final Key<Double> BANDWIDTH =
      Key.of(
          "bandwidth",
          Types.quantity(QuantityKind.FREQUENCY).above(0, "a bandwidth is positive"),
          "3 dB bandwidth of the modulators, single pole, whose symbols run into one another in a"
              + " homodyne core; default: no memory.");

  /** Loss of a modulator. */
  public static final Key<Double> INSERTION_LOSS =
      Key.of(
          "insertionLoss",
          Types.quantity(QuantityKind.RATIO).atLeast(1, "loss is 0 dB or more"),
          "Loss of a modulator at its maximum, in the link budget of hardware; default: that of"
              + " Lightening-Transformer, 1.2 dB.");

  /** Energy of a modulator. */
  public static final Key<Double> ENERGY_PER_SYMBOL =
      Key.of(
          "energyPerSymbol",
          Types.quantity(QuantityKind.ENERGY).atLeast(0, "an energy"),
          "Energy of a modulator for each symbol, in the power of hardware; default: that of"
              + " Lightening-Transformer, 450 fJ.");

  /** Relative noise of each symbol. */
  public static final Key<Double> RELATIVE_NOISE =
      Key.of(
              "relativeNoise",
              Types.real().atLeast(0, "a standard deviation"),
              "Standard deviation of each symbol, relative: drawn once for each operand value.")
          .defaultsTo("0", "none unless it is known");

  /** Additive noise of each symbol. */
  public static final Key<Double> ADDITIVE_NOISE =
      Key.of(
              "additiveNoise",
              Types.real().atLeast(0, "a standard deviation"),
              "Standard deviation of each symbol in full scales.")
          .defaultsTo("0", "none unless it is known");

  /** Modulators of both operands. */
  public static final Key<Values> MODULATOR =
      Key.of(
              "modulator",
              Types.section(
                  Section.named("modulators", "Of both operands, with their converters.")
                      .preset(MODULATOR_PRESET, ModulatorPresets.SOURCE)
                      .keys(BITS, CURVE, PREDISTORTED, EXTINCTION, BANDWIDTH)
                      .keys(INSERTION_LOSS, ENERGY_PER_SYMBOL)
                      .keys(RELATIVE_NOISE, ADDITIVE_NOISE)
                      .build()),
              "Modulators of both operands, with their converters.")
          .defaultsTo("{}", "perfect");

  static final Key<Long> INTEGRATION =
      Key.of(
          "integrationLength",
          Types.whole(1, Integer.MAX_VALUE, "at least one term"),
          "Terms that one readout sums at most; default: K, or the wavelengths, or the mesh.");

  /** Input-referred current noise. */
  public static final Key<Double> THERMAL =
      Key.of(
              "noiseCurrent",
              Types.quantity(QuantityKind.CURRENT_NOISE).atLeast(0, "a density"),
              "Input-referred current noise of the amplifier.")
          .defaultsTo("0 pA/rtHz", "none unless it is known");

  /** Dark current of a diode. */
  public static final Key<Double> DARK_CURRENT =
      Key.of(
              "darkCurrent",
              Types.quantity(QuantityKind.CURRENT).atLeast(0, "a magnitude"),
              "Dark current of each of the two diodes of a readout, for its shot noise.")
          .defaultsTo("0 nA", "none unless it is known");

  /** Relative intensity noise of the lasers. */
  public static final Key<Double> INTENSITY_NOISE =
      Key.of(
          "intensityNoise",
          Types.quantity(QuantityKind.INTENSITY_NOISE).above(0, "a density"),
          "Relative intensity noise of the lasers, white: of each symbol of an operand; of a mesh,"
              + " of each readout. Default: none.");

  static final Key<ReadoutCircuit.Shot> SHOT =
      Key.of(
              "shot",
              Types.choice(ReadoutCircuit.Shot.class),
              "Distribution of shot noise: gaussian, or counted photons (Skellam).")
          .defaultsTo("gaussian", "right for many photons in a readout, and faster");

  /** Bits of the readout's converter. */
  public static final Key<List<Long>> ADC_BITS =
      Key.of(
          "bits",
          Types.oneOrMany(Types.whole(1, 24, "a converter has bits")),
          "Bits of the analogue-to-digital converter; default: none. A list makes cases.");

  /** Range of the readout's converter. */
  public static final Key<Double> ADC_RANGE =
      Key.of(
              "range",
              Types.real().above(0, "a range is positive"),
              "Expected standard deviations of a readout that fit into the converter's full scale.")
          .defaultsTo("4", "clips 6e-5 of normal outputs");

  static final Key<Boolean> CALIBRATE =
      Key.of(
              "calibrate",
              Types.flag(),
              "Whether gain and offset of each column are measured with probes and corrected.")
          .defaultsTo("false", "shows the raw core");

  static final Key<Values> RECEIVER =
      Key.of(
              "receiver",
              Types.section(
                  Section.named("a receiver", "Diodes, integrator, converter.")
                      .keys(INTEGRATION, THERMAL, DARK_CURRENT, INTENSITY_NOISE, SHOT)
                      .keys(ADC_BITS, ADC_RANGE, CALIBRATE)
                      .build()),
              "Diodes, integrator, converter.")
          .defaultsTo("{}", "shot noise alone");

  static final Key<Values> CORE =
      Key.of("core", Types.section(ChipKeys.SECTION), "Which core, and its properties.").require();

  static final Key<Long> DRAWS =
      Key.of("draws", Types.whole(1, 1_000_000, "at least one"), "Runs, each with fresh noise.")
          .defaultsTo("16", "errors of 65 536 outputs at the default extents");

  static final Section SECTION =
      CommonKeys.section("core", "One photonic matrix core, characterised.")
          .keys(CORE, PRODUCT, OPERANDS, LIGHT, MODULATOR, RECEIVER, DRAWS)
          .keys(HardwareKeys.HARDWARE, HardwareKeys.ARCHITECTURE)
          .build();

  private CoreKeys() {}

  private static Key<Long> extent(String name, String doc, String value) {
    return Key.of(name, Types.whole(1, 1 << 20, "an extent is at least 1"), doc)
        .defaultsTo(value, "small");
  }
}
