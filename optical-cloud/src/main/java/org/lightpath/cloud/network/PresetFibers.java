package org.lightpath.cloud.network;

import java.util.List;
import java.util.Optional;
import org.lightpath.core.quantity.Quantity;
import org.lightpath.core.quantity.QuantityKind;
import org.lightpath.datasets.preset.Preset;
import org.lightpath.datasets.preset.Presets;
import org.lightpath.fiber.Fiber;
import org.lightpath.fiber.Optics;

/** Fibres of the presets that come with the project; their values carry sources there. */
public final class PresetFibers {
  private PresetFibers() {}

  /**
   * The fibre of a preset with dispersion and slope, such as {@code smf} or {@code dcf}.
   *
   * @throws IllegalArgumentException if there is no such fibre, or it is described by β_n
   */
  public static Fiber of(String name) {
    Preset preset =
        Presets.find(name)
            .filter(found -> found.kind().equals(Presets.FIBRE))
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "there is no fibre preset '%s'; there are %s".formatted(name, names())));
    double wavelength = value(preset, "wavelength", QuantityKind.WAVELENGTH);
    return Fiber.named(name, Optics.SPEED_OF_LIGHT / wavelength)
        .source("preset " + name)
        .attenuation(value(preset, "attenuation", QuantityKind.ATTENUATION))
        .dispersion(
            value(preset, "dispersion", QuantityKind.DISPERSION),
            value(preset, "slope", QuantityKind.DISPERSION_SLOPE))
        .gamma(value(preset, "gamma", QuantityKind.NONLINEARITY))
        .build();
  }

  private static List<String> names() {
    return Presets.ofKind(Presets.FIBRE).stream().map(Preset::name).toList();
  }

  private static double value(Preset preset, String key, QuantityKind kind) {
    Optional<String> text =
        preset.values().stream()
            .filter(value -> value.key().equals(key))
            .map(Preset.Value::text)
            .findFirst();
    return Quantity.parse(
        text.orElseThrow(
            () ->
                new IllegalArgumentException(
                    "fibre preset '%s' has no value '%s'; take one that is described by dispersion and slope, such as smf"
                        .formatted(preset.name(), key))),
        kind);
  }
}
