package org.lightpath.cli.cloud;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.lightpath.cli.kind.TableBuilder;
import org.lightpath.cli.run.RunFolder;
import org.lightpath.cloud.network.Coordinates;
import org.lightpath.cloud.network.FiberLink;
import org.lightpath.cloud.network.NetworkNode;
import org.lightpath.cloud.network.NodeKind;
import org.lightpath.cloud.network.PathBudget;
import org.lightpath.cloud.network.StageBudget;

/** Tables of the network and of what its paths do. */
final class NetworkTables {
  private final NetworkScenario scenario;

  NetworkTables(CloudResult result) {
    this.scenario = result.what().network();
  }

  void write(RunFolder folder) {
    nodes(folder);
    links(folder);
    paths(folder);
  }

  private void nodes(RunFolder folder) {
    List<NetworkNode> nodes = scenario.network().nodes();
    List<Double> x = new ArrayList<>();
    List<Double> y = new ArrayList<>();
    for (int i = 0; i < nodes.size(); i++) {
      // Nodes without a place stand on a circle.
      double angle = 2 * Math.PI * i / nodes.size();
      Coordinates place =
          nodes
              .get(i)
              .coordinates()
              .orElse(new Coordinates(1e4 * Math.sin(angle), 1e4 * Math.cos(angle)));
      x.add(place.x() * 1e-3);
      y.add(place.y() * 1e-3);
    }
    folder.writePlotData(
        "networkNodes",
        new TableBuilder()
            .text("id", nodes.stream().map(NetworkNode::name).toList())
            .text("kind", nodes.stream().map(this::kind).toList())
            .real("x_km", x)
            .real("y_km", y)
            .build());
  }

  private String kind(NetworkNode node) {
    if (node.name().equals(scenario.centre())) {
      return "centre";
    }
    return node.kind() == NodeKind.AMPLIFIER_HUT
        ? "amplifier"
        : node.kind().name().toLowerCase(Locale.ROOT);
  }

  private void links(RunFolder folder) {
    Map<String, List<Integer>> lit = scenario.plan().occupancy();
    List<FiberLink> links = scenario.network().links();
    List<StageBudget> budgets = links.stream().map(scenario.model()::alone).toList();
    folder.writePlotData(
        "networkLinks",
        new TableBuilder()
            .text("from", links.stream().map(FiberLink::from).toList())
            .text("to", links.stream().map(FiberLink::to).toList())
            .real("length_km", links.stream().map(link -> link.length() * 1e-3).toList())
            .real("loss_dB", budgets.stream().map(b -> b.power().lossDecibels()).toList())
            .real("osnr_dB", budgets.stream().map(b -> decibels(b.ownOsnr())).toList())
            .real(
                "channels",
                links.stream()
                    .map(link -> (double) lit.getOrDefault(link.name(), List.of()).size())
                    .toList())
            .build());
  }

  private void paths(RunFolder folder) {
    List<NetworkScenario.Stream> streams = scenario.streams();
    List<PathBudget> budgets = streams.stream().map(NetworkScenario.Stream::budget).toList();
    folder.writePlotData(
        "networkPaths",
        new TableBuilder()
            .text("name", streams.stream().map(s -> s.lightpath().demand().name()).toList())
            .text("nodes", budgets.stream().map(b -> String.join(" - ", b.path().nodes())).toList())
            .real("length_km", budgets.stream().map(b -> b.path().length() * 1e-3).toList())
            .real(
                "receivedPower_dBm",
                budgets.stream().map(b -> decibels(b.quality().power().output() * 1e3)).toList())
            .real(
                "osnr_dB", budgets.stream().map(b -> decibels(b.quality().noise().osnr())).toList())
            .real("delay_s", budgets.stream().map(PathBudget::delay).toList())
            .real("margin_dB", budgets.stream().map(b -> b.quality().margins().decibels()).toList())
            .real(
                "wavelengths",
                streams.stream().map(s -> (double) s.lightpath().channels().size()).toList())
            .build());
  }

  private static double decibels(double ratio) {
    double value = 10 * Math.log10(ratio);
    return Double.isFinite(value) ? value : Double.NaN;
  }
}
