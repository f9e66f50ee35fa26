package org.lightpath.cloud.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.lightpath.fiber.Optics;

/**
 * Ready-made edge-metro networks around one computing centre. They are examples: no publication
 * fixes such a network, so most of their numbers are assumed, and say so.
 */
public final class MetroNetworks {
  /** Fibre of all links. */
  private static final String FIBRE = "smf";

  private static final double RING_HOP = 20e3;
  private static final double LINE_LENGTH = 40e3;
  private static final double FEEDER = 15e3;
  private static final double BRANCH = 3e3;
  private static final int WAYS = 4;

  private static final double CONNECTOR_DB = 0.5;
  private static final double MUX_DB = 5;
  private static final double THROUGH_DB = 8;
  private static final double SPLIT_EXCESS_DB = 0.8;
  private static final double NOISE_FIGURE_DB = 5;
  private static final double LAUNCH_DBM = 0;
  private static final double SYMBOL_RATE = 32e9;
  private static final double SENSITIVITY_DBM = -20;
  private static final double REQUIRED_OSNR_DB = 15;

  private MetroNetworks() {}

  /** All of them. */
  public static List<NetworkPreset> all() {
    return all(1);
  }

  private static List<NetworkPreset> all(double reach) {
    return List.of(ring(reach), pointToPoint(reach), tree(reach));
  }

  /**
   * Six ROADMs on a ring of 120 km; the computing centre is at one, an edge node at each other one.
   *
   * <p>A booster behind every ROADM and a pre-amplifier in front of it make up for its losses and
   * the fibre's.
   */
  public static NetworkPreset ring() {
    return ring(1);
  }

  private static NetworkPreset ring(double reach) {
    double length = reach * RING_HOP;
    int nodes = 6;
    NetworkBuilder builder = new NetworkBuilder("metro-ring");
    for (int i = 0; i < nodes; i++) {
      double angle = 2 * Math.PI * i / nodes;
      double radius = length * nodes / (2 * Math.PI);
      NodeEquipment roadm =
          NodeEquipment.passive(Ports.addDrop(loss(MUX_DB), loss(THROUGH_DB), loss(MUX_DB)))
              .withTargetPower(Optics.fromDbm(LAUNCH_DBM - THROUGH_DB));
      builder.node(
          new NetworkNode(ringName(i), i == 0 ? NodeKind.CENTRE : NodeKind.EDGE, roadm)
              .at(radius * Math.sin(angle), radius * Math.cos(angle)));
    }
    AmplifierSpec edfa = AmplifierSpec.automatic(Optics.fromDecibels(NOISE_FIGURE_DB));
    LineDesign hop =
        new LineDesign(
            PresetFibers.of(FIBRE),
            length,
            loss(CONNECTOR_DB),
            LineDesign.Amplification.atEnd(edfa).withBooster(edfa));
    for (int i = 0; i < nodes; i++) {
      builder.link(ringName(i), ringName((i + 1) % nodes), hop);
    }
    List<NetworkPreset.Value> values = common();
    values.add(new NetworkPreset.Value("nodes", "6", "assumed"));
    values.add(
        new NetworkPreset.Value(
            "fibre between neighbours", "20 km", "assumed: a ring of 120 km, metropolitan"));
    values.add(
        new NetworkPreset.Value(
            "ROADM through loss",
            "8 dB",
            "assumed: two wavelength-selective switches of about 4 dB each, splitting less than GNPy's roadm-maxloss of 16.5 dB for large nodes"));
    values.add(
        new NetworkPreset.Value(
            "channel power behind a ROADM",
            "-8 dBm",
            "follows: equalised, so that a booster of 8 dB launches 0 dBm"));
    values.add(mux());
    values.add(noiseFigure());
    return new NetworkPreset(
        "metro-ring",
        "Six nodes on a ring of 120 km, computing centre at one of them (numbers assumed)",
        builder.build(),
        transmission(),
        values);
  }

  private static String ringName(int index) {
    return index == 0 ? "centre" : "edge-" + index;
  }

  /**
   * One edge node and the computing centre, 40 km of fibre between them, an amplifier at the end of
   * each.
   */
  public static NetworkPreset pointToPoint() {
    return pointToPoint(1);
  }

  private static NetworkPreset pointToPoint(double reach) {
    double length = reach * LINE_LENGTH;
    Ports ports = Ports.terminal(loss(MUX_DB), loss(MUX_DB));
    AmplifierSpec edfa = AmplifierSpec.automatic(Optics.fromDecibels(NOISE_FIGURE_DB));
    Network network =
        new NetworkBuilder("point-to-point")
            .node(new NetworkNode("edge-1", NodeKind.EDGE, ports).at(0, 0))
            .node(new NetworkNode("centre", NodeKind.CENTRE, ports).at(length, 0))
            .link(
                "edge-1",
                "centre",
                new LineDesign(
                    PresetFibers.of(FIBRE),
                    length,
                    loss(CONNECTOR_DB),
                    LineDesign.Amplification.atEnd(edfa)))
            .build();
    List<NetworkPreset.Value> values = common();
    values.add(new NetworkPreset.Value("fibre", "40 km", "assumed"));
    values.add(mux());
    values.add(noiseFigure());
    return new NetworkPreset(
        "point-to-point",
        "One edge node and the computing centre, 40 km apart (numbers assumed)",
        network,
        transmission(),
        values);
  }

  /** Four edge nodes behind a passive splitter, as in a passive optical network; no amplifiers. */
  public static NetworkPreset tree() {
    return tree(1);
  }

  private static NetworkPreset tree(double reach) {
    NetworkBuilder builder =
        new NetworkBuilder("tree")
            .node(
                new NetworkNode(
                        "centre", NodeKind.CENTRE, Ports.terminal(loss(MUX_DB), loss(MUX_DB)))
                    .at(0, 0))
            .node(
                new NetworkNode(
                        "splitter",
                        NodeKind.TAP,
                        Ports.splitter(WAYS, loss(SPLIT_EXCESS_DB), "centre"))
                    .at(reach * FEEDER, 0));
    LineDesign feeder = passive(reach * FEEDER);
    LineDesign branch = passive(reach * BRANCH);
    builder.link("splitter", "centre", feeder);
    for (int i = 1; i <= WAYS; i++) {
      String name = "edge-" + i;
      builder.node(
          new NetworkNode(name, NodeKind.EDGE, Ports.terminal(1, 1))
              .at(reach * (FEEDER + BRANCH), reach * BRANCH * (i - (WAYS + 1) / 2.0)));
      builder.link(name, "splitter", branch);
    }
    List<NetworkPreset.Value> values = common();
    values.add(
        new NetworkPreset.Value(
            "feeder",
            "15 km",
            "assumed: within the 20 km reach that passive optical networks are planned for (ITU-T G.984.1)"));
    values.add(new NetworkPreset.Value("branches", "4 of 3 km", "assumed"));
    values.add(
        new NetworkPreset.Value(
            "splitter",
            "6.02 dB for four ways and 0.8 dB excess",
            "division by four exact; excess assumed, typical of planar 1:4 splitters"));
    values.add(
        new NetworkPreset.Value(
            "multiplexer loss at the centre",
            "5 dB",
            "assumed, typical of arrayed-waveguide gratings; edge nodes have none"));
    return new NetworkPreset(
        "tree",
        "Four edge nodes behind a passive splitter, no amplifiers (numbers assumed)",
        builder.build(),
        transmission(),
        values);
  }

  private static LineDesign passive(double length) {
    return new LineDesign(
        PresetFibers.of(FIBRE), length, loss(CONNECTOR_DB), LineDesign.Amplification.none());
  }

  private static double loss(double decibels) {
    return Optics.fromDecibels(-decibels);
  }

  private static TransmissionSpec transmission() {
    return new TransmissionSpec(
        Optics.fromDbm(LAUNCH_DBM),
        SYMBOL_RATE,
        new Requirement(
            OptionalDouble.of(Optics.fromDbm(SENSITIVITY_DBM)),
            OptionalDouble.of(Optics.fromDecibels(REQUIRED_OSNR_DB))));
  }

  private static List<NetworkPreset.Value> common() {
    return new ArrayList<>(
        List.of(
            new NetworkPreset.Value("fibre type", FIBRE, "preset smf, see its values"),
            new NetworkPreset.Value(
                "connector at each end of a span",
                "0.5 dB",
                "assumed; the value of GNPy's example networks"),
            new NetworkPreset.Value(
                "launch power of a channel",
                "0 dBm",
                "assumed; GNPy's default spectrum has the same"),
            new NetworkPreset.Value(
                "symbol rate", "32 GBd", "assumed; GNPy's default spectrum has the same"),
            new NetworkPreset.Value("required received power", "-20 dBm", "assumed"),
            new NetworkPreset.Value("required OSNR", "15 dB", "assumed")));
  }

  private static NetworkPreset.Value mux() {
    return new NetworkPreset.Value(
        "add and drop loss", "5 dB each", "assumed, typical of arrayed-waveguide gratings");
  }

  private static NetworkPreset.Value noiseFigure() {
    return new NetworkPreset.Value("noise figure of amplifiers", "5 dB", "preset edfa, typical");
  }

  /** The network of a name, if there is one. */
  public static Optional<NetworkPreset> find(String name) {
    return find(name, 1);
  }

  /**
   * The same with all lengths of fibre multiplied; the numbers of its list stay those of factor 1.
   *
   * @param reach factor on every length
   */
  public static Optional<NetworkPreset> find(String name, double reach) {
    return all(reach).stream().filter(preset -> preset.name().equals(name)).findFirst();
  }
}
