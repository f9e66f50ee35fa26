package org.lightpath.datasets.network;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Reads a GNPy equipment library. */
final class GnpyEquipmentReader {
  private final Path file;

  GnpyEquipmentReader(Path file) {
    this.file = file;
  }

  GnpyEquipment read() throws IOException {
    JsonValue root = JsonFile.read(file);
    Map<String, GnpyAmplifier> amplifiers = new HashMap<>();
    for (JsonValue type : section(root, "Edfa")) {
      String name = type.required("type_variety", "Edfa").text("Edfa: 'type_variety'");
      amplifiers.put(name, amplifier(type, name));
    }
    Map<String, GnpyEquipment.FiberType> fibers = new HashMap<>();
    for (JsonValue type : section(root, "Fiber")) {
      String name = type.required("type_variety", "Fiber").text("Fiber: 'type_variety'");
      fibers.put(name, fiber(type, "Fiber '%s'".formatted(name)));
    }
    Map<String, GnpyEquipment.RoadmType> roadms = new HashMap<>();
    for (JsonValue type : section(root, "Roadm")) {
      Optional<JsonValue> variety = type.member("type_variety", "Roadm");
      String name =
          variety.isPresent()
              ? variety.get().text("Roadm: 'type_variety'")
              : GnpyEquipment.DEFAULT_ROADM;
      String what = "Roadm '%s'".formatted(name);
      roadms.put(
          name,
          new GnpyEquipment.RoadmType(
              type.number("target_pch_out_db", what), type.number("add_drop_osnr", what)));
    }
    return new GnpyEquipment(amplifiers, fibers, roadms, span(root), spectrum(root));
  }

  private static List<JsonValue> section(JsonValue root, String key) throws IOException {
    Optional<JsonValue> section = root.member(key, "equipment library");
    return section.isPresent() ? section.get().list("'%s'".formatted(key)) : List.of();
  }

  private static GnpyAmplifier amplifier(JsonValue type, String name) throws IOException {
    String what = "Edfa '%s'".formatted(name);
    JsonValue model = type.required("type_def", what);
    try {
      return switch (model.text(what + ": 'type_def'")) {
        case "variable_gain" ->
            GnpyAmplifier.TwoCoils.fitted(
                range(type, what),
                type.requiredNumber("nf_min", what),
                type.requiredNumber("nf_max", what));
        case "fixed_gain" ->
            new GnpyAmplifier.FixedFigure(range(type, what), type.requiredNumber("nf0", what));
        default -> new GnpyAmplifier.Unsupported(name, model.text("'type_def'"));
      };
    } catch (IllegalArgumentException e) {
      throw new IOException("%s: %s: %s".formatted(type.where(), what, e.getMessage()), e);
    }
  }

  private static GnpyAmplifier.GainRange range(JsonValue type, String what) throws IOException {
    double flat = type.requiredNumber("gain_flatmax", what);
    return new GnpyAmplifier.GainRange(type.requiredNumber("gain_min", what), flat);
  }

  private static GnpyEquipment.FiberType fiber(JsonValue type, String what) throws IOException {
    Optional<JsonValue> table = type.member("dispersion_per_frequency", what);
    if (table.isPresent()) {
      throw table
          .get()
          .fault(
              "%s: dispersion_per_frequency is not supported; give dispersion and dispersion_slope"
                  .formatted(what));
    }
    OptionalDouble area = type.number("effective_area", what);
    OptionalDouble gamma = type.number("gamma", what);
    if (area.isEmpty() && gamma.isEmpty()) {
      throw type.fault("%s: needs effective_area or gamma".formatted(what));
    }
    return new GnpyEquipment.FiberType(
        type.requiredNumber("dispersion", what),
        type.number("dispersion_slope", what),
        area,
        gamma);
  }

  private static GnpyEquipment.SpanDefaults span(JsonValue root) throws IOException {
    List<JsonValue> spans = section(root, "Span");
    if (spans.isEmpty()) {
      return new GnpyEquipment.SpanDefaults(0, 0);
    }
    return new GnpyEquipment.SpanDefaults(
        spans.getFirst().number("con_in", "Span", 0),
        spans.getFirst().number("con_out", "Span", 0));
  }

  private static Optional<GnpyEquipment.Spectrum> spectrum(JsonValue root) throws IOException {
    List<JsonValue> sections = section(root, "SI");
    if (sections.isEmpty()) {
      return Optional.empty();
    }
    JsonValue si = sections.getFirst();
    return Optional.of(
        new GnpyEquipment.Spectrum(
            si.requiredNumber("f_min", "SI"),
            si.requiredNumber("f_max", "SI"),
            si.requiredNumber("spacing", "SI"),
            si.requiredNumber("baud_rate", "SI"),
            si.number("tx_power_dbm", "SI").orElse(si.requiredNumber("power_dbm", "SI"))));
  }
}
