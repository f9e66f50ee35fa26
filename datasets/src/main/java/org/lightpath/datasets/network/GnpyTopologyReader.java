package org.lightpath.datasets.network;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Reads a GNPy topology. */
final class GnpyTopologyReader {
  /**
   * Of a fibre without length [km], and without loss coefficient [dB/km] (GNPy's documentation).
   */
  private static final double DEFAULT_LENGTH = 80;

  private static final double DEFAULT_LOSS = 0.2;
  private static final String DEFAULT_FIBER = "SSMF";

  private final Path file;
  private final Map<String, JsonValue> seen = new HashMap<>();
  private final List<String> warnings = new ArrayList<>();

  GnpyTopologyReader(Path file) {
    this.file = file;
  }

  GnpyTopology read() throws IOException {
    JsonValue root = JsonFile.read(file);
    List<GnpyElement> elements = new ArrayList<>();
    for (JsonValue value : root.required("elements", "topology").list("'elements'")) {
      elements.add(element(value));
    }
    List<GnpyTopology.Connection> connections = new ArrayList<>();
    for (JsonValue value : root.required("connections", "topology").list("'connections'")) {
      connections.add(new GnpyTopology.Connection(end(value, "from_node"), end(value, "to_node")));
    }
    Optional<JsonValue> name = root.member("network_name", "topology");
    String title =
        name.isPresent() ? name.get().text("'network_name'") : String.valueOf(file.getFileName());
    return new GnpyTopology(title, elements, connections, warnings);
  }

  private String end(JsonValue connection, String key) throws IOException {
    JsonValue value = connection.required(key, "connection");
    String uid = value.text("connection: '%s'".formatted(key));
    if (!seen.containsKey(uid)) {
      throw value.fault(
          "connection: '%s' is '%s', and there is no element of that uid".formatted(key, uid));
    }
    return uid;
  }

  private GnpyElement element(JsonValue value) throws IOException {
    String uid = value.required("uid", "element").text("element: 'uid'");
    String what = "element '%s'".formatted(uid);
    JsonValue before = seen.putIfAbsent(uid, value);
    if (before != null) {
      throw value.fault("%s occurs twice; the first one is at %s".formatted(what, before.where()));
    }
    JsonValue type = value.required("type", what);
    Optional<GnpyElement.Place> place = place(value, what);
    return switch (type.text(what + ": 'type'")) {
      case "Transceiver" -> new GnpyElement.Transceiver(uid, place);
      case "Fiber" -> fiber(value, uid, place, what);
      case "Edfa" -> edfa(value, uid, place, what);
      case "Roadm" -> roadm(value, uid, place, what);
      case "Fused" ->
          new GnpyElement.Fused(uid, place, part(value, "params", what).number("loss", what, 0));
      case "RamanFiber" ->
          throw type.fault(
              "%s is a RamanFiber: Raman amplification is not supported; replace it by a Fiber and an Edfa"
                  .formatted(what));
      case "Multiband_amplifier" ->
          throw type.fault(
              "%s is a Multiband_amplifier, which is not supported; give one Edfa for the band in use"
                  .formatted(what));
      default ->
          throw type.fault(
              "%s is of type '%s'; supported are Transceiver, Fiber, Edfa, Roadm and Fused"
                  .formatted(what, type.text("'type'")));
    };
  }

  private static Optional<GnpyElement.Place> place(JsonValue value, String what)
      throws IOException {
    Optional<JsonValue> metadata = value.member("metadata", what);
    Optional<JsonValue> location =
        metadata.isPresent()
            ? metadata.get().member("location", what + ": 'metadata'")
            : Optional.empty();
    if (location.isEmpty()) {
      return Optional.empty();
    }
    OptionalDouble longitude = location.get().number("longitude", what);
    OptionalDouble latitude = location.get().number("latitude", what);
    return longitude.isPresent() && latitude.isPresent()
        ? Optional.of(new GnpyElement.Place(longitude.getAsDouble(), latitude.getAsDouble()))
        : Optional.empty();
  }

  /** The object of a key, or an empty one if it is missing. */
  private static JsonValue part(JsonValue value, String key, String what) throws IOException {
    return value
        .member(key, what)
        .orElse(new JsonValue(value.where(), Optional.of(new JsonValue.JsonObject(Map.of()))));
  }

  private static Optional<String> variety(JsonValue value, String what) throws IOException {
    Optional<JsonValue> variety = value.member("type_variety", what);
    if (variety.isEmpty()) {
      return Optional.empty();
    }
    String name = variety.get().text(what + ": 'type_variety'");
    return name.isEmpty() ? Optional.empty() : Optional.of(name);
  }

  private GnpyElement.Fiber fiber(
      JsonValue value, String uid, Optional<GnpyElement.Place> place, String what)
      throws IOException {
    JsonValue params = part(value, "params", what);
    double unit = lengthUnit(params, what);
    OptionalDouble given = params.number("length", what);
    double length = given.isPresent() ? given.getAsDouble() * unit : DEFAULT_LENGTH * 1e3;
    if (!(length > 0)) {
      throw params.fault("%s: length is %s m, expected a positive number".formatted(what, length));
    }
    double attenuator = params.number("att_in", what, 0);
    OptionalDouble connector = params.number("con_in", what);
    OptionalDouble input =
        connector.isPresent() ? OptionalDouble.of(connector.getAsDouble() + attenuator) : connector;
    if (attenuator != 0 && connector.isEmpty()) {
      throw params.fault(
          "%s: att_in is %s dB but con_in is missing; give con_in, so that both add up here"
              .formatted(what, attenuator));
    }
    GnpyElement.FiberLosses losses =
        new GnpyElement.FiberLosses(
            lossPerMetre(params, what),
            input,
            params.number("con_out", what),
            lumped(params, what));
    return new GnpyElement.Fiber(
        uid, place, variety(value, what).orElse(DEFAULT_FIBER), length, losses);
  }

  private static double lengthUnit(JsonValue params, String what) throws IOException {
    Optional<JsonValue> unit = params.member("length_units", what);
    if (unit.isEmpty()) {
      return 1e3;
    }
    return switch (unit.get().text(what + ": 'length_units'")) {
      case "km" -> 1e3;
      case "m" -> 1;
      default ->
          throw unit.get()
              .fault(
                  "%s: length_units is '%s', expected km or m"
                      .formatted(what, unit.get().text("'length_units'")));
    };
  }

  private static double lossPerMetre(JsonValue params, String what) throws IOException {
    Optional<JsonValue> loss = params.member("loss_coef", what);
    if (loss.isEmpty()) {
      return DEFAULT_LOSS * 1e-3;
    }
    if (loss.get().content().orElseThrow() instanceof JsonValue.JsonObject) {
      throw loss.get()
          .fault(
              "%s: loss_coef is a table over frequency, which is not supported; give one number in dB/km"
                  .formatted(what));
    }
    double value = loss.get().number(what + ": 'loss_coef'");
    if (!(value >= 0)) {
      throw loss.get()
          .fault("%s: loss_coef is %s dB/km, expected 0 or more".formatted(what, value));
    }
    return value * 1e-3;
  }

  private static List<GnpyElement.LumpedLoss> lumped(JsonValue params, String what)
      throws IOException {
    List<GnpyElement.LumpedLoss> losses = new ArrayList<>();
    Optional<JsonValue> list = params.member("lumped_losses", what);
    if (list.isPresent()) {
      for (JsonValue loss : list.get().list(what + ": 'lumped_losses'")) {
        losses.add(
            new GnpyElement.LumpedLoss(
                loss.requiredNumber("position", what) * 1e3, loss.requiredNumber("loss", what)));
      }
    }
    return losses;
  }

  private GnpyElement.Edfa edfa(
      JsonValue value, String uid, Optional<GnpyElement.Place> place, String what)
      throws IOException {
    JsonValue operational = part(value, "operational", what);
    OptionalDouble gain = operational.number("gain_target", what);
    if (gain.isPresent() && gain.getAsDouble() < 0) {
      throw operational.fault(
          "%s: gain_target is %s dB, expected 0 or more; use a Fused to attenuate"
              .formatted(what, gain.getAsDouble()));
    }
    if (operational.number("tilt_target", what, 0) != 0) {
      warnings.add("%s: its tilt is left out, gain is flat".formatted(what));
    }
    if (gain.isEmpty() && operational.number("delta_p", what).isPresent()) {
      warnings.add(
          "%s: delta_p without gain_target is left out, the gain makes up for the loss in front"
              .formatted(what));
    }
    GnpyElement.Attenuators attenuators =
        new GnpyElement.Attenuators(
            operational.number("in_voa", what, 0), operational.number("out_voa", what, 0));
    return new GnpyElement.Edfa(uid, place, variety(value, what), gain, attenuators);
  }

  private GnpyElement.Roadm roadm(
      JsonValue value, String uid, Optional<GnpyElement.Place> place, String what)
      throws IOException {
    JsonValue params = part(value, "params", what);
    for (String key :
        List.of(
            "target_psd_out_mWperGHz",
            "target_out_mWperSlotWidth",
            "per_degree_psd_out_mWperGHz",
            "per_degree_psd_out_mWperSlotWidth")) {
      Optional<JsonValue> other = params.member(key, what);
      if (other.isPresent()) {
        throw other
            .get()
            .fault(
                "%s: equalisation by '%s' is not supported; give target_pch_out_db"
                    .formatted(what, key));
      }
    }
    if (params.member("per_degree_impairments", what).isPresent()) {
      warnings.add("%s: per_degree_impairments are left out".formatted(what));
    }
    Map<String, Double> byDegree = new HashMap<>();
    Optional<JsonValue> degrees = params.member("per_degree_pch_out_db", what);
    if (degrees.isPresent()) {
      for (Map.Entry<String, JsonValue> entry :
          degrees.get().object(what + ": 'per_degree_pch_out_db'").entrySet()) {
        byDegree.put(entry.getKey(), entry.getValue().number(what + ": " + entry.getKey()));
      }
    }
    return new GnpyElement.Roadm(
        uid,
        place,
        variety(value, what).orElse(GnpyEquipment.DEFAULT_ROADM),
        params.number("target_pch_out_db", what),
        byDegree);
  }
}
