package org.lightpath.cli.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.lightpath.cli.kind.TableBuilder;
import org.lightpath.photonic.device.TransimpedanceAmplifier;
import org.lightpath.photonic.energy.AreaBreakdown;
import org.lightpath.photonic.energy.EnergyBreakdown;
import org.lightpath.photonic.energy.published.AlbireoPower;
import org.lightpath.photonic.energy.published.AlbireoScaling;
import org.lightpath.photonic.energy.published.LighteningArea;
import org.lightpath.photonic.energy.published.LighteningDesign;
import org.lightpath.photonic.energy.published.OurTables;
import org.lightpath.photonic.energy.published.PublishedTable;
import org.lightpath.photonic.energy.published.PublishedTables;

/** Published numbers of a system that ours are put beside, by the system's name. */
final class PublishedBeside {
  private static final String LIGHTENING_BASE = "LT-B ";
  private static final String ALBIREO = "Albireo ";

  private final CoreEnergy cost;

  PublishedBeside(CoreEnergy cost) {
    this.cost = cost;
  }

  private boolean isLightening() {
    return cost.power().name().startsWith("LT-");
  }

  private boolean isAlbireo() {
    return cost.power().name().startsWith(ALBIREO);
  }

  /** All generations where one of them is the experiment's. */
  static List<EnergyTables.Breakdown> others(CoreEnergy cost) {
    List<EnergyTables.Breakdown> others = new ArrayList<>();
    if (new PublishedBeside(cost).isAlbireo()) {
      for (AlbireoScaling scaling : AlbireoScaling.values()) {
        EnergyBreakdown power = AlbireoPower.of(scaling);
        if (!power.name().equals(cost.power().name())) {
          others.add(new EnergyTables.Breakdown(power.name(), power));
        }
      }
    }
    return others;
  }

  /** What is published of a component; NaN if nothing is. */
  static double milliwattsPerTops(EnergyBreakdown power, String component) {
    try {
      if (power.name().matches("LT-B \\d bit")) {
        String bits = power.name().substring(LIGHTENING_BASE.length()).split(" ", -1)[0];
        return PublishedTables.lighteningPower().value(bits, component);
      }
      if (power.name().startsWith(ALBIREO)) {
        String row = power.name().substring(ALBIREO.length()).toLowerCase(Locale.ROOT);
        double watts = PublishedTables.albireoPower().value(row, component);
        return watts / power.throughput().tops() * 1e3;
      }
      return Double.NaN;
    } catch (IllegalArgumentException notPublished) {
      return Double.NaN;
    }
  }

  /** Area by component. */
  Optional<TableBuilder> area() {
    if (isAlbireo()) {
      return Optional.of(area(List.of(AlbireoPower.area()), new double[] {124.6e-6}));
    }
    if (isLightening()) {
      boolean large = cost.power().name().startsWith("LT-L");
      LighteningDesign design = large ? LighteningDesign.large(4) : LighteningDesign.base(4);
      List<AreaBreakdown> both =
          List.of(
              LighteningArea.of(design, TransimpedanceAmplifier.LT_AREA_CODE),
              LighteningArea.of(design, TransimpedanceAmplifier.LT_AREA_README));
      double[] published = {60.3006e-6, 60.329e-6};
      return Optional.of(area(both, large ? new double[] {Double.NaN, Double.NaN} : published));
    }
    return Optional.empty();
  }

  static TableBuilder area(List<AreaBreakdown> areas, double[] publishedTotals) {
    List<String> configuration = new ArrayList<>();
    List<String> component = new ArrayList<>();
    List<Double> ours = new ArrayList<>();
    List<Double> published = new ArrayList<>();
    for (int i = 0; i < areas.size(); i++) {
      AreaBreakdown area = areas.get(i);
      for (AreaBreakdown.Part part : area.parts()) {
        configuration.add(area.name());
        component.add(part.name());
        ours.add(part.squareMetres());
        published.add(Double.NaN);
      }
      configuration.add(area.name());
      component.add("total");
      ours.add(area.totalSquareMillimetres() * 1e-6);
      published.add(publishedTotals[i]);
    }
    return new TableBuilder()
        .text("configuration", configuration)
        .text("component", component)
        .real("area_m2", ours)
        .real("published_m2", published);
  }

  /** Energy and time of whole networks. */
  Optional<TableBuilder> workloads() {
    // Published networks ran on the published system, without a further link.
    if (!isLightening() || cost.power().name().contains("link loss")) {
      return Optional.empty();
    }
    PublishedTable published = PublishedTables.lighteningWorkloads();
    PublishedTable ours = OurTables.lighteningWorkloads();
    List<String> configuration = new ArrayList<>();
    List<String> workload = new ArrayList<>();
    List<List<Double>> numbers = List.of(list(), list(), list(), list());
    for (PublishedTable.Row row : published.rows()) {
      for (String column : published.columns()) {
        if (column.endsWith(" mJ")) {
          String system = column.substring(0, column.length() - " mJ".length());
          configuration.add(system);
          workload.add(row.name());
          numbers.get(0).add(ours.value(row.name(), column) * 1e-3);
          numbers.get(1).add(published.value(row.name(), column) * 1e-3);
          boolean timed = published.columns().contains(system + " ms");
          String time = system + " ms";
          numbers.get(2).add(timed ? ours.value(row.name(), time) * 1e-3 : Double.NaN);
          numbers.get(3).add(timed ? published.value(row.name(), time) * 1e-3 : Double.NaN);
        }
      }
    }
    return Optional.of(
        new TableBuilder()
            .text("configuration", configuration)
            .text("workload", workload)
            .real("energy_J", numbers.get(0))
            .real("publishedEnergy_J", numbers.get(1))
            .real("latency_s", numbers.get(2))
            .real("publishedLatency_s", numbers.get(3)));
  }

  private static List<Double> list() {
    return new ArrayList<>();
  }
}
