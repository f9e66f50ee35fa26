package org.lightpath.cli.core;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.lightpath.cli.kind.TableBuilder;
import org.lightpath.cli.run.RunFolder;
import org.lightpath.photonic.energy.ComponentPower;
import org.lightpath.photonic.energy.CoreArea;
import org.lightpath.photonic.energy.EnergyBreakdown;
import org.lightpath.photonic.energy.LinkBudget;

/** Energy of a core run, beside what is published of it. */
final class EnergyTables {
  private static final double MILLIWATTS_PER_TOPS = 1e15;

  private final List<CoreResult> results;

  EnergyTables(List<CoreResult> results) {
    this.results = results;
  }

  void write(RunFolder folder) {
    Map<String, CoreEnergy> different = new LinkedHashMap<>();
    for (CoreResult result : results) {
      result.what().cost().ifPresent(cost -> add(different, result, cost));
    }
    if (different.isEmpty()) {
      return;
    }
    List<Breakdown> breakdowns = new ArrayList<>();
    different.forEach((name, cost) -> breakdowns.add(new Breakdown(name, cost.power())));
    different.values().stream()
        .findFirst()
        .ifPresent(cost -> breakdowns.addAll(PublishedBeside.others(cost)));
    folder.writePlotData("energy", energy(breakdowns).build());
    Optional<LinkBudget> link = different.values().iterator().next().link();
    link.ifPresent(budget -> folder.writePlotData("losses", losses(budget).build()));
    CoreEnergy first = different.values().iterator().next();
    PublishedBeside beside = new PublishedBeside(first);
    first
        .design()
        .map(
            design -> PublishedBeside.area(List.of(CoreArea.of(design)), new double[] {Double.NaN}))
        .or(beside::area)
        .ifPresent(table -> folder.writePlotData("area", table.build()));
    beside.workloads().ifPresent(table -> folder.writePlotData("workloads", table.build()));
  }

  /**
   * A system under a name.
   *
   * @param name for the table
   * @param power by component
   */
  record Breakdown(String name, EnergyBreakdown power) {}

  /** Cases of equal name and power are one configuration. */
  private static void add(Map<String, CoreEnergy> different, CoreResult result, CoreEnergy cost) {
    double photons = result.measured().description().photonsPerMac();
    boolean own = cost.power().name().startsWith("core of");
    String name =
        own
            ? String.format(Locale.ROOT, "%s, %.4g photons per MAC", cost.power().name(), photons)
            : cost.power().name();
    different.putIfAbsent(name, cost);
  }

  private static TableBuilder energy(List<Breakdown> breakdowns) {
    List<String> configuration = new ArrayList<>();
    List<String> component = new ArrayList<>();
    List<String> source = new ArrayList<>();
    List<Double> power = new ArrayList<>();
    List<Double> efficiency = new ArrayList<>();
    List<Double> energy = new ArrayList<>();
    List<Double> published = new ArrayList<>();
    for (Breakdown one : breakdowns) {
      double operations = one.power.throughput().opsPerSecond();
      double macs = one.power.throughput().macsPerSecond();
      List<ComponentPower> parts = new ArrayList<>(one.power.components());
      parts.add(new ComponentPower("total", one.power.totalWatts(), one.power.provenance()));
      for (ComponentPower part : parts) {
        configuration.add(one.name);
        component.add(part.name());
        source.add(part.provenance().label());
        power.add(part.watts());
        efficiency.add(part.watts() / operations * MILLIWATTS_PER_TOPS);
        energy.add(part.watts() / macs);
        published.add(PublishedBeside.milliwattsPerTops(one.power, part.name()));
      }
    }
    return new TableBuilder()
        .text("configuration", configuration)
        .text("component", component)
        .real("power_W", power)
        .real("efficiency_mWPerTops", efficiency)
        .real("energyPerMac_J", energy)
        .real("published_mWPerTops", published)
        .text("source", source);
  }

  private static TableBuilder losses(LinkBudget budget) {
    List<String> element = new ArrayList<>();
    List<Double> loss = new ArrayList<>();
    List<String> source = new ArrayList<>();
    for (LinkBudget.Loss one : budget.losses()) {
      element.add(one.name());
      loss.add(one.decibels());
      source.add(one.provenance().label());
    }
    element.add("total");
    loss.add(budget.totalDecibels());
    source.add("");
    return new TableBuilder().text("element", element).real("loss_dB", loss).text("source", source);
  }
}
