package org.lightpath.cli.link;

import java.util.EnumSet;
import java.util.Optional;
import org.lightpath.cli.experiment.Key;
import org.lightpath.cli.experiment.Section;
import org.lightpath.cli.experiment.Types;
import org.lightpath.cli.experiment.Values;
import org.lightpath.cli.kind.FibreKeys;
import org.lightpath.cli.kind.PresetSections;
import org.lightpath.core.quantity.QuantityKind;
import org.lightpath.datasets.preset.Presets;
import org.lightpath.fiber.link.Amplifier;

/** Keys of spans, amplifiers and filters. */
final class SpanKeys {
  /** Course of a filter. */
  enum FilterShape {
    SUPER_GAUSSIAN,
    RECTANGULAR
  }

  static final Key<Long> COUNT =
      Key.of("count", Types.whole(1, 100_000, "at least one span"), "Number of spans.")
          .defaultsTo("1", "a single span");

  static final Key<Double> LENGTH =
      Key.of(
              "length",
              Types.quantity(QuantityKind.LENGTH)
                  .above(0, "a span has a positive length")
                  .usually(100, 500e3),
              "Length of each span.")
          .require();

  static final Key<Values> FIBRE =
      Key.of("fibre", Types.section(FibreKeys.SECTION), "Fibre of the spans.")
          .alias("fiber")
          .require();

  static final Key<Values> COMPENSATION_FIBRE =
      Key.of("fibre", Types.section(FibreKeys.SECTION), "Fibre of the module.")
          .alias("fiber")
          .defaultsTo("dcf", "made for this");

  static final Key<Double> RESIDUAL =
      Key.of(
              "residual",
              Types.real().between(-1, 1, "1 would be no module at all"),
              "Share of the span's dispersion that is left.")
          .defaultsTo("0", "full compensation");

  static final Key<Double> INPUT_LOSS =
      Key.of(
              "inputLoss",
              Types.quantity(QuantityKind.RATIO).atLeast(1, "a loss is not a gain"),
              "Attenuation before the module, which keeps its small core linear.")
          .defaultsTo("5 dB", "typical of mid-stage modules");

  static final Key<Values> COMPENSATION =
      Key.of(
          "compensation",
          Types.section(
              Section.named(
                      "a compensating module",
                      "Module that undoes the span's dispersion, between two amplifiers.")
                  .keys(COMPENSATION_FIBRE, RESIDUAL, INPUT_LOSS)
                  .build()),
          "Dispersion compensation in the line; none unless given.");

  static final Section SPANS =
      Section.named("spans", "Equal spans in a row.")
          .keys(COUNT, LENGTH, FIBRE, COMPENSATION)
          .build();

  static final Key<Double> NOISE_FIGURE =
      Key.of(
              "noiseFigure",
              Types.quantity(QuantityKind.RATIO)
                  .above(0, "a noise figure is a positive ratio")
                  .usually(1.9, 20),
              "Noise figure F.")
          .require();

  static final Key<Optional<Double>> GAIN =
      Key.of(
              "gain",
              Types.wordOr(
                  "auto", Types.quantity(QuantityKind.RATIO).atLeast(1, "an amplifier amplifies")),
              "Power gain of the amplifier behind each fibre; auto makes up for the fibre's loss. The"
                  + " amplifier of a compensating module always makes up for the module's loss.")
          .defaultsTo("auto", "constant launch power");

  static final Key<Boolean> NOISE =
      Key.of("noise", Types.flag(), "Whether amplifiers add noise.")
          .defaultsTo("true", "real ones do");

  static final Key<Amplifier.NoiseFormula> FORMULA =
      Key.of(
              "noiseFormula",
              Types.choice(Amplifier.NoiseFormula.class),
              "How the noise density follows from F and G: (FG − 1)hν/2 or FGhν/2.")
          .defaultsTo("with-shot-noise", "F as it is measured");

  private static final Key<String> PRESET =
      Key.of(
          "preset",
          Types.words(PresetSections.names(Presets.AMPLIFIER)),
          "Amplifier whose values are taken; keys given beside it replace them.");

  private static final Key<String> NAME =
      Key.of("name", Types.text("a name"), "Name of the amplifier, for the report.")
          .defaultsTo("amplifier", "no preset was named");

  private static final Key<String> SOURCE =
      Key.of("source", Types.text("a text"), "Where the values come from, for the report.")
          .defaultsTo("given in the experiment", "no preset was named");

  static final Section AMPLIFIER =
      Section.named("an amplifier", "Amplifier at the end of each span.")
          .preset(PRESET, PresetSections.of(Presets.AMPLIFIER))
          .keys(NAME, SOURCE, NOISE_FIGURE, GAIN, NOISE, FORMULA)
          .build();

  static final Key<FilterShape> SHAPE =
      Key.of("shape", Types.choice(FilterShape.class), "Course of the filter.")
          .defaultsTo("super-gaussian", "flat top with soft edges");

  static final Key<Long> ORDER =
      Key.of("order", Types.whole(1, 100, ""), "Order of the super-Gaussian.")
          .defaultsTo("4", "typical of wavelength-selective switches");

  static final Key<Double> BANDWIDTH =
      Key.of(
              "bandwidth",
              Types.quantity(QuantityKind.FREQUENCY).above(0, "a filter passes something"),
              "Full width at half of the power transmission.")
          .require();

  static final Key<Double> CENTRE =
      Key.of(
              "centre",
              Types.quantity(QuantityKind.FREQUENCY),
              "Middle of the passband relative to the carrier.")
          .defaultsTo("0 Hz", "the middle of the comb");

  static final Section FILTER =
      Section.named("a filter", "Optical filter after each amplifier.")
          .keys(SHAPE, ORDER, BANDWIDTH, CENTRE)
          .usedFor(SHAPE, EnumSet.of(FilterShape.SUPER_GAUSSIAN), ORDER)
          .build();

  private SpanKeys() {}
}
