package org.lightpath.cli.kind;

import java.util.List;
import java.util.Optional;
import org.lightpath.cli.experiment.Key;
import org.lightpath.cli.experiment.Problems;
import org.lightpath.cli.experiment.QuantityType;
import org.lightpath.cli.experiment.Section;
import org.lightpath.cli.experiment.Types;
import org.lightpath.cli.experiment.Values;
import org.lightpath.core.quantity.QuantityKind;
import org.lightpath.datasets.preset.Presets;
import org.lightpath.fiber.Fiber;
import org.lightpath.fiber.Optics;

/** Keys that describe a fibre, and the fibre they make. */
public final class FibreKeys {
  private static final double PER_KM = 1e-3;

  private static final Key<String> PRESET =
      Key.of(
          "preset",
          Types.words(PresetSections.names(Presets.FIBRE)),
          "Fibre whose values are taken; keys given beside it replace them. 'lightpath presets'"
              + " lists values and sources.");

  private static final Key<String> NAME =
      Key.of("name", Types.text("a name"), "Name of the fibre, for the report.")
          .defaultsTo("fibre", "no preset was named");

  private static final Key<String> SOURCE =
      Key.of("source", Types.text("a text"), "Where the values come from, for the report.")
          .defaultsTo("given in the experiment", "no preset was named");

  /** Reference wavelength. */
  public static final Key<Double> WAVELENGTH =
      Key.of(
              "wavelength",
              Types.quantity(QuantityKind.WAVELENGTH)
                  .above(0, "a wavelength is positive")
                  .usually(200e-9, 20e-6),
              "Vacuum wavelength at which dispersion and nonlinearity hold.")
          .defaultsTo("1550 nm", "middle of the C band");

  private static final Key<Double> ATTENUATION =
      Key.of(
              "attenuation",
              Types.quantity(QuantityKind.ATTENUATION)
                  .atLeast(0, "a fibre does not amplify")
                  .usually(0, 3 * PER_KM),
              "Power attenuation; '0 dB/km' for a loss-free fibre.")
          .require();

  private static final Key<Double> DISPERSION =
      Key.of(
          "dispersion",
          Types.quantity(QuantityKind.DISPERSION).usually(-1e-3, 1e-3),
          "Dispersion parameter D at the wavelength; positive is anomalous.");

  private static final Key<Double> BETA2 =
      Key.of("beta2", Types.quantity(QuantityKind.beta(2)), "β₂; negative is anomalous.");

  private static final Key<List<Double>> BETAS =
      Key.of(
          "betas",
          Types.numbered(n -> Types.quantity(QuantityKind.beta(n + 2))),
          "β₂, β₃, β₄, … in this order, as a list.");

  private static final Key<Double> SLOPE =
      Key.of(
              "slope",
              Types.quantity(QuantityKind.DISPERSION_SLOPE),
              "Dispersion slope dD/dλ; used with dispersion only.")
          .defaultsTo("0 ps/nm^2/km", "no slope unless given");

  private static final Key<Double> BETA3 =
      Key.of("beta3", Types.quantity(QuantityKind.beta(3)), "β₃; used with beta2 only.")
          .defaultsTo("0 ps^3/km", "no third order unless given");

  /** Nonlinear coefficient. */
  public static final Key<List<Double>> GAMMA =
      Key.of(
              "gamma",
              Types.oneOrMany(
                  Types.quantity(QuantityKind.NONLINEARITY)
                      .atLeast(0, "silica focuses: γ is not negative")
                      .usually(0, 100)),
              "Nonlinear coefficient γ; in a pulse experiment a list makes a batch.")
          .alias("nonlinearity");

  private static final Key<Double> N2 =
      Key.of(
          "n2",
          index().atLeast(0, "silica focuses: n₂ is not negative"),
          "Nonlinear index n₂; with effectiveArea it gives γ = 2πn₂/(λ·A_eff).");

  private static final Key<Double> EFFECTIVE_AREA =
      Key.of(
          "effectiveArea",
          Types.quantity(QuantityKind.AREA).above(0, "an area is positive").usually(0.1e-12, 1e-9),
          "Effective area A_eff; used with n2.");

  /** The section. */
  public static final Section SECTION =
      Section.named("a fibre", "A fibre: the name of a preset, or its values.")
          .preset(PRESET, PresetSections.of(Presets.FIBRE))
          .keys(NAME, SOURCE, WAVELENGTH, ATTENUATION)
          .exactlyOne(DISPERSION, BETA2, BETAS)
          .keys(SLOPE, BETA3)
          .exactlyOne(GAMMA, N2)
          .keys(EFFECTIVE_AREA)
          .usedWith(SLOPE, DISPERSION)
          .usedWith(BETA3, BETA2)
          .usedWith(EFFECTIVE_AREA, N2)
          .build();

  private FibreKeys() {}

  private static QuantityType index() {
    return Types.quantity(QuantityKind.NONLINEAR_INDEX);
  }

  /** How many values of γ are given. */
  public static int gammas(Values values) {
    return values.find(GAMMA).map(List::size).orElse(1);
  }

  /**
   * The fibre.
   *
   * @param index which value of γ, if there are several
   */
  public static Fiber fiber(Values values, int index, Problems problems) {
    double frequency = Optics.SPEED_OF_LIGHT / values.get(WAVELENGTH);
    Fiber.Builder builder =
        Fiber.named(values.get(NAME), frequency)
            .source(values.get(SOURCE))
            .attenuation(values.get(ATTENUATION));
    setDispersion(builder, values);
    setNonlinearity(builder, values, index, problems);
    return builder.build();
  }

  private static void setDispersion(Fiber.Builder builder, Values values) {
    values.find(DISPERSION).ifPresent(d -> builder.dispersion(d, values.get(SLOPE)));
    values.find(BETA2).ifPresent(beta2 -> builder.betas(beta2, values.get(BETA3)));
    values
        .find(BETAS)
        .ifPresent(
            betas -> builder.betas(betas.stream().mapToDouble(Double::doubleValue).toArray()));
  }

  private static void setNonlinearity(
      Fiber.Builder builder, Values values, int which, Problems problems) {
    values.find(GAMMA).ifPresent(gammas -> builder.gamma(gammas.get(which)));
    Optional<Double> index = values.find(N2);
    if (index.isEmpty()) {
      return;
    }
    Optional<Double> area = values.find(EFFECTIVE_AREA);
    if (area.isPresent()) {
      builder.kerr(index.get(), area.get());
    } else {
      problems.error(
          values.place(N2),
          "n2 is given without effectiveArea: γ = 2πn₂/(λ·A_eff) needs both",
          "add effectiveArea, such as '80 µm^2', or give gamma instead");
    }
  }
}
