package org.lightpath.cli.cloud;

import java.util.List;
import org.lightpath.cli.experiment.Key;
import org.lightpath.cli.experiment.Section;
import org.lightpath.cli.experiment.Types;
import org.lightpath.cli.experiment.Values;
import org.lightpath.cli.kind.FibreKeys;
import org.lightpath.cloud.network.MetroNetworks;
import org.lightpath.cloud.network.NetworkPreset;
import org.lightpath.cloud.network.NodeKind;
import org.lightpath.core.quantity.QuantityKind;

/** Keys of the section {@code network}: what light crosses between the nodes. */
final class NetworkKeys {
  static final Key<String> PRESET =
      Key.of(
          "preset",
          Types.words(MetroNetworks.all().stream().map(NetworkPreset::name).toList()),
          "Example network; 'lightpath presets' lists their numbers, most of them assumed.");

  static final Key<String> NODE_NAME =
      Key.of("name", Types.text("a name"), "Name of the node.").require();

  static final Key<NodeKind> NODE_KIND =
      Key.of(
              "kind",
              Types.choice(NodeKind.class),
              "edge: asks for inferences; centre: computes them; roadm: switches wavelengths;"
                  + " amplifier-hut: amplifiers only; tap: passive splitter.")
          .require();

  static final Key<Double> NODE_X = place("x", "East of the origin, for the map.");
  static final Key<Double> NODE_Y = place("y", "North of the origin, for the map.");

  static final Key<Double> ADD_LOSS =
      loss("addLoss", "Loss from the node's transmitters into a fibre.", "5 dB", "assumed: AWG");
  static final Key<Double> THROUGH_LOSS =
      loss("throughLoss", "Loss from one fibre into another.", "8 dB", "assumed: two WSS");
  static final Key<Double> DROP_LOSS =
      loss("dropLoss", "Loss from a fibre to the node's receivers.", "5 dB", "assumed: AWG");

  static final Key<Double> TARGET_POWER =
      Key.of(
          "targetPower",
          Types.quantity(QuantityKind.POWER).above(0, "a power is positive"),
          "Power that every channel is attenuated to where it leaves the node into a fibre. Default:"
              + " no equalisation.");

  static final Key<Long> WAYS =
      Key.of("ways", Types.whole(2, 1024, "a splitter splits"), "Branches of a tap.")
          .defaultsTo("4", "a small splitter");

  static final Key<String> TRUNK =
      Key.of("trunk", Types.text("a node"), "Neighbour on the common side of a tap.");

  static final Key<List<Values>> NODES =
      Key.of(
          "nodes",
          Types.list(
              Types.section(
                  Section.named("a node", "A place in the network.")
                      .keys(NODE_NAME, NODE_KIND, NODE_X, NODE_Y)
                      .keys(ADD_LOSS, THROUGH_LOSS, DROP_LOSS, TARGET_POWER, WAYS, TRUNK)
                      .build())),
          "Places: edge nodes, the computing centre, switches, splitters.");

  static final Key<String> FROM = Key.of("from", Types.text("a node"), "One end.").require();
  static final Key<String> TO = Key.of("to", Types.text("a node"), "Other end.").require();

  static final Key<Double> LENGTH =
      Key.of(
              "length",
              Types.quantity(QuantityKind.LENGTH).above(0, "a length is positive"),
              "Length of fibre.")
          .require();

  static final Key<Values> FIBRE =
      Key.of("fibre", Types.section(FibreKeys.SECTION), "Fibre of the link.")
          .alias("fiber")
          .defaultsTo("smf", "most metropolitan fibre is G.652");

  static final Key<Double> CONNECTOR =
      loss("connectorLoss", "At each end of each span.", "0.5 dB", "as GNPy's example networks");

  static final Key<Boolean> BOOSTER =
      Key.of(
              "booster",
              Types.flag(),
              "Whether an amplifier at the beginning makes up for the node's loss there.")
          .defaultsTo("false", "none");

  static final Key<Boolean> AMPLIFIED =
      Key.of("amplified", Types.flag(), "Whether amplifiers make up for the loss of each span.")
          .defaultsTo("true", "as metropolitan networks are");

  static final Key<Double> SPACING =
      Key.of(
          "amplifierSpacing",
          Types.quantity(QuantityKind.LENGTH).above(0, "a length is positive"),
          "Largest length of a span. Default: one span.");

  static final Key<Double> NOISE_FIGURE =
      Key.of(
              "noiseFigure",
              Types.quantity(QuantityKind.RATIO).above(0, "a positive ratio").usually(1.9, 20),
              "Noise figure of the link's amplifiers.")
          .defaultsTo("5 dB", "preset edfa");

  static final Key<List<Values>> LINKS =
      Key.of(
          "links",
          Types.list(
              Types.section(
                  Section.named("a fibre link", "A pair of fibres between two nodes.")
                      .keys(FROM, TO, LENGTH, FIBRE, CONNECTOR)
                      .keys(AMPLIFIED, BOOSTER, SPACING, NOISE_FIGURE)
                      .build())),
          "Pairs of fibres between nodes.");

  static final Key<String> TOPOLOGY =
      Key.of("topology", Types.text("a file name"), "GNPy topology, JSON.").require();
  static final Key<String> EQUIPMENT =
      Key.of("equipment", Types.text("a file name"), "GNPy equipment library, JSON.").require();

  static final Key<Values> GNPY =
      Key.of(
          "gnpy",
          Types.section(
              Section.named("a GNPy network", "Files of GNPy.").keys(TOPOLOGY, EQUIPMENT).build()),
          "A network as GNPy describes it; 'centre' and 'edges' say which transceivers are which.");

  static final Key<String> CENTRE =
      Key.of(
          "centre",
          Types.text("a node"),
          "Node that computes. Default: the only node of kind centre.");

  static final Key<List<String>> EDGES =
      Key.of(
          "edges",
          Types.list(Types.text("a node")),
          "Nodes that ask for inferences; the first one's inference is simulated. Default: all of"
              + " kind edge.");

  static final Key<String> WEIGHTS_FROM =
      Key.of(
          "weightsFrom",
          Types.text("a node"),
          "Node that modulates the weights. Default: the edge node that asks, as in the paper of the"
              + " seamless optical cloud.");

  static final Key<List<Double>> REACH =
      Key.of(
              "reach",
              Types.oneOrMany(Types.real().above(0, "lengths are positive")),
              "Factor on all lengths of fibre. A list makes cases.")
          .defaultsTo("1", "as given");

  static final Key<Double> GRID =
      Key.of(
              "gridSpacing",
              Types.quantity(QuantityKind.FREQUENCY).above(0, "channels have a distance"),
              "Spacing of the DWDM grid.")
          .defaultsTo("100 GHz", "ITU-T G.694.1");

  static final Key<Long> CHANNELS =
      Key.of("channels", Types.whole(1, 400, "at least one"), "Channels of the grid.")
          .defaultsTo("40", "C band at 100 GHz");

  static final Key<Long> WAVELENGTHS =
      Key.of(
              "wavelengths",
              Types.whole(1, 400, "at least one"),
              "Wavelengths that each edge node gets for its inputs, and as many for its weights: what the"
                  + " network routes and lights. Energy and time take every one of the core's streams"
                  + " to have a channel, over parallel fibres where these are fewer.")
          .defaultsTo("1", "one each");

  static final Key<Double> REQUIRED_POWER =
      Key.of(
          "requiredPower",
          Types.quantity(QuantityKind.POWER).above(0, "a power is positive"),
          "Power that must arrive in a channel, else the path has no margin. Default: no demand.");

  static final Key<Double> REQUIRED_OSNR =
      Key.of(
          "requiredOsnr",
          Types.quantity(QuantityKind.RATIO).above(0, "a positive ratio"),
          "OSNR in 12.5 GHz that must arrive. Default: no demand.");

  static final Section SECTION =
      Section.named("a network", "What light crosses between edge nodes and computing centre.")
          .exactlyOne(PRESET, NODES, GNPY)
          .keys(LINKS, CENTRE, EDGES, WEIGHTS_FROM, REACH)
          .keys(GRID, CHANNELS, WAVELENGTHS, REQUIRED_POWER, REQUIRED_OSNR)
          .usedWith(LINKS, NODES)
          .build();

  private NetworkKeys() {}

  private static Key<Double> place(String name, String doc) {
    return Key.of(name, Types.quantity(QuantityKind.LENGTH), doc);
  }

  private static Key<Double> loss(String name, String doc, String value, String why) {
    return Key.of(name, Types.quantity(QuantityKind.RATIO).atLeast(1, "loss is 0 dB or more"), doc)
        .defaultsTo(value, why);
  }
}
