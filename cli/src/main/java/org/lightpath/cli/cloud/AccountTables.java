package org.lightpath.cli.cloud;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.lightpath.cli.kind.TableBuilder;
import org.lightpath.cli.run.RunFolder;
import org.lightpath.cloud.account.EnergyComparison;
import org.lightpath.cloud.account.EnergyComponent;
import org.lightpath.cloud.account.LatencyStage;
import org.lightpath.cloud.account.LayerAccount;
import org.lightpath.cloud.account.ProductLayer;
import org.lightpath.cloud.traffic.TrafficResult;

/** Tables of energy, time and queues. */
final class AccountTables {
  private final CloudResult result;

  AccountTables(CloudResult result) {
    this.result = result;
  }

  void write(RunFolder folder) {
    energy(folder);
    layers(folder);
    latency(folder);
    baselines(folder);
    result.traffic().ifPresent(traffic -> traffic(folder, traffic));
  }

  private void energy(RunFolder folder) {
    Map<EnergyComponent, Double> joules = result.account().energies().joules();
    folder.writePlotData(
        "energy",
        new TableBuilder()
            .text("component", joules.keySet().stream().map(EnergyComponent::label).toList())
            .real("energy_J", List.copyOf(joules.values()))
            .build());
  }

  /** Products by number, all digital work that is no product together. */
  private void layers(RunFolder folder) {
    List<String> layer = new ArrayList<>();
    List<String> component = new ArrayList<>();
    List<Double> joules = new ArrayList<>();
    for (LayerAccount account : result.account().layers()) {
      if (account.layer() instanceof ProductLayer product) {
        account
            .energies()
            .joules()
            .forEach(
                (who, energy) -> {
                  layer.add(String.valueOf(product.site().index()));
                  component.add(who.label());
                  joules.add(energy);
                });
      }
    }
    folder.writePlotData(
        "energyLayers",
        new TableBuilder()
            .text("layer", layer)
            .text("component", component)
            .real("energy_J", joules)
            .build());
  }

  private void latency(RunFolder folder) {
    Map<LatencyStage, Double> seconds = result.account().durations().seconds();
    folder.writePlotData(
        "latency",
        new TableBuilder()
            .text("stage", seconds.keySet().stream().map(LatencyStage::label).toList())
            .real("duration_s", List.copyOf(seconds.values()))
            .real("fiber", seconds.keySet().stream().map(s -> s.fibre() ? 1.0 : 0.0).toList())
            .build());
  }

  private void baselines(RunFolder folder) {
    List<EnergyComparison.Row> rows = EnergyComparison.of(result.account());
    folder.writePlotData(
        "baselines",
        new TableBuilder()
            .text("name", rows.stream().map(row -> row.figure().name()).toList())
            .text("operation", rows.stream().map(row -> row.figure().operation().label()).toList())
            .text("source", rows.stream().map(row -> row.figure().provenance().label()).toList())
            .real(
                "efficiency_mWPerTops",
                rows.stream().map(row -> row.figure().milliwattsPerTops()).toList())
            .real(
                "ours",
                rows.stream()
                    .map(row -> row.group() == EnergyComparison.Group.OURS ? 1.0 : 0.0)
                    .toList())
            .build());
  }

  private static void traffic(RunFolder folder, TrafficResult traffic) {
    TrafficResult.QueueSeries queue = traffic.centre().queue();
    List<Double> time = new ArrayList<>();
    for (int i = 0; i < queue.waiting().size(); i++) {
      time.add(i * queue.interval());
    }
    folder.writePlotData(
        "queue",
        new TableBuilder()
            .real("time_s", time)
            .real("waiting", queue.waiting().stream().map(Integer::doubleValue).toList())
            .build());
    org.lightpath.cloud.traffic.Durations.Percentiles waits =
        traffic.centre().waiting().percentiles();
    org.lightpath.cloud.traffic.Durations.Percentiles all = traffic.total().latency().percentiles();
    folder.writePlotData(
        "latencies",
        new TableBuilder()
            .real("percentile", List.of(50.0, 90.0, 99.0, 100.0))
            .real("waiting_s", List.of(waits.p50(), waits.p90(), waits.p99(), waits.max()))
            .real("latency_s", List.of(all.p50(), all.p90(), all.p99(), all.max()))
            .build());
    folder.writePlotData(
        "nodesLoad",
        new TableBuilder()
            .text("node", traffic.nodes().stream().map(TrafficResult.NodeResult::name).toList())
            .real("requestsPerS", traffic.nodes().stream().map(n -> n.flow().served()).toList())
            .real(
                "utilisation_rel",
                traffic.nodes().stream().map(n -> n.downlinkUtilisation()).toList())
            .real(
                "p50_s",
                traffic.nodes().stream().map(n -> n.flow().latency().percentiles().p50()).toList())
            .real(
                "p99_s",
                traffic.nodes().stream().map(n -> n.flow().latency().percentiles().p99()).toList())
            .build());
  }
}
