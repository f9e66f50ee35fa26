package org.lightpath.cli.cloud;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.lightpath.cli.experiment.Problems;
import org.lightpath.cli.experiment.Values;
import org.lightpath.cli.kind.FibreKeys;
import org.lightpath.cloud.network.AmplifierSpec;
import org.lightpath.cloud.network.LineDesign;
import org.lightpath.cloud.network.MetroNetworks;
import org.lightpath.cloud.network.Network;
import org.lightpath.cloud.network.NetworkBuilder;
import org.lightpath.cloud.network.NetworkNode;
import org.lightpath.cloud.network.NodeEquipment;
import org.lightpath.cloud.network.NodeKind;
import org.lightpath.cloud.network.Ports;

/** Builds the network that a file describes. */
final class NetworkMaker {
  private final Values keys;
  private final Path folder;
  private final Problems problems;

  NetworkMaker(Values keys, Path folder, Problems problems) {
    this.keys = keys;
    this.folder = folder;
    this.problems = problems;
  }

  /**
   * The network.
   *
   * @param reach factor on all lengths of fibre
   * @throws IllegalArgumentException if it cannot be built
   */
  Network network(double reach) {
    Optional<String> preset = keys.find(NetworkKeys.PRESET);
    if (preset.isPresent()) {
      return MetroNetworks.find(preset.get(), reach).orElseThrow().network();
    }
    Optional<Values> gnpy = keys.find(NetworkKeys.GNPY);
    return gnpy.isPresent() ? new GnpyNetwork(gnpy.get(), folder).network(reach) : described(reach);
  }

  private Network described(double reach) {
    NetworkBuilder builder = new NetworkBuilder("network");
    for (Values node : keys.get(NetworkKeys.NODES)) {
      builder.node(node(node, reach));
    }
    for (Values link : keys.find(NetworkKeys.LINKS).orElse(List.of())) {
      builder.link(link.get(NetworkKeys.FROM), link.get(NetworkKeys.TO), line(link, reach));
    }
    return builder.build();
  }

  private static NetworkNode node(Values keys, double reach) {
    NodeKind kind = keys.get(NetworkKeys.NODE_KIND);
    NodeEquipment equipment = NodeEquipment.passive(ports(keys, kind));
    Optional<Double> target = keys.find(NetworkKeys.TARGET_POWER);
    if (target.isPresent()) {
      equipment = equipment.withTargetPower(target.get());
    }
    NetworkNode node = new NetworkNode(keys.get(NetworkKeys.NODE_NAME), kind, equipment);
    Optional<Double> x = keys.find(NetworkKeys.NODE_X);
    Optional<Double> y = keys.find(NetworkKeys.NODE_Y);
    return x.isPresent() && y.isPresent() ? node.at(x.get() * reach, y.get() * reach) : node;
  }

  private static Ports ports(Values keys, NodeKind kind) {
    double add = 1 / keys.get(NetworkKeys.ADD_LOSS);
    double through = 1 / keys.get(NetworkKeys.THROUGH_LOSS);
    double drop = 1 / keys.get(NetworkKeys.DROP_LOSS);
    return switch (kind) {
      case EDGE, CENTRE -> Ports.addDrop(add, through, drop);
      case ROADM -> Ports.throughOnly(through);
      case AMPLIFIER_HUT -> Ports.throughOnly(1);
      case TAP ->
          Ports.splitter(
              Math.toIntExact(keys.get(NetworkKeys.WAYS)),
              1,
              keys.find(NetworkKeys.TRUNK)
                  .orElseThrow(
                      () ->
                          new IllegalArgumentException(
                              "tap '%s': give its trunk, the neighbour on its common side"
                                  .formatted(keys.get(NetworkKeys.NODE_NAME)))));
    };
  }

  private LineDesign line(Values keys, double reach) {
    AmplifierSpec amplifier = AmplifierSpec.automatic(keys.get(NetworkKeys.NOISE_FIGURE));
    Optional<Double> spacing = keys.find(NetworkKeys.SPACING);
    boolean amplified = keys.get(NetworkKeys.AMPLIFIED);
    LineDesign.Amplification amplification =
        new LineDesign.Amplification(
            amplified && spacing.isPresent()
                ? OptionalDouble.of(spacing.get())
                : OptionalDouble.empty(),
            keys.get(NetworkKeys.BOOSTER) ? Optional.of(amplifier) : Optional.empty(),
            amplified && spacing.isPresent() ? Optional.of(amplifier) : Optional.empty(),
            amplified ? Optional.of(amplifier) : Optional.empty());
    return new LineDesign(
        FibreKeys.fiber(keys.get(NetworkKeys.FIBRE), 0, problems),
        keys.get(NetworkKeys.LENGTH) * reach,
        1 / keys.get(NetworkKeys.CONNECTOR),
        amplification);
  }

  /** The node that computes. */
  String centre(Network network) {
    return keys.find(NetworkKeys.CENTRE)
        .map(name -> network.node(name).name())
        .orElseGet(() -> only(network, network.nodes(NodeKind.CENTRE)));
  }

  private static String only(Network network, List<NetworkNode> centres) {
    if (centres.size() != 1) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "network '%s' has %d nodes of kind centre; say with 'centre' which one computes",
              network.name(),
              centres.size()));
    }
    return centres.getFirst().name();
  }

  /** The nodes that ask, at least one. */
  List<String> edges(Network network, String centre) {
    List<String> edges =
        keys.find(NetworkKeys.EDGES)
            .map(names -> names.stream().map(name -> network.node(name).name()).toList())
            .orElseGet(() -> network.nodes(NodeKind.EDGE).stream().map(NetworkNode::name).toList());
    if (edges.isEmpty() || edges.contains(centre)) {
      throw new IllegalArgumentException(
          "network '%s': edge nodes are %s and the centre is '%s'; name at least one other node in 'edges'"
              .formatted(network.name(), edges, centre));
    }
    return edges;
  }

  /** The node that modulates the weights for an edge node. */
  String weightsFrom(Network network, String edge) {
    return keys.find(NetworkKeys.WEIGHTS_FROM).map(name -> network.node(name).name()).orElse(edge);
  }
}
