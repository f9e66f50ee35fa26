package org.lightpath.cli.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The metrics of a run: the few on top, and all of them with one column for each case. */
final class MetricTables {
  private static final List<String> LINK_HEADLINE =
      List.of("snr_dB", "snrMin_dB", "gmi_bit", "ber", "receivedPower_dBm");
  private static final List<String> PULSE_HEADLINE =
      List.of(
          "sidebandGain",
          "referenceSidebandGain",
          "sidebandPower_W",
          "peakPower_W",
          "fwhm_s",
          "energy_J",
          "referenceError_rel",
          "energyError_rel");
  private static final List<String> CORE_HEADLINE =
      List.of(
          "enob_bit",
          "relativeError",
          "powerEfficiency_mWPerTops",
          "photonsPerMac",
          "energyPerMac_J",
          "snr_dB");
  private static final List<String> MESH_HEADLINE =
      List.of("fidelity", "amplitudeError_rel", "insertionLoss_dB", "decompositionError_abs");
  private static final List<String> CLOUD_HEADLINE =
      List.of(
          "psnr_dB",
          "perplexity",
          "meanLayerSnr_dB",
          "energyPerInference_J",
          "latency_s",
          "systemEfficiency_mWPerTops");
  private static final int HEADLINE = 4;

  private final Facts summary;
  private final Cases cases;

  MetricTables(Facts summary, Cases cases) {
    this.summary = summary;
    this.cases = cases;
  }

  /** Metrics of every case, those of the only one if there is no batch. */
  private List<Map<String, Double>> all() {
    List<Facts> given = summary.objects("cases");
    return cases.many() && given.size() == cases.count()
        ? given.stream().map(Facts::numbers).toList()
        : List.of(summary.object("metrics").numbers());
  }

  /** The first metrics a reader of this kind looks for, of the best case or the first. */
  RunReport.Headline headline(String kind) {
    List<Map<String, Double>> all = all();
    int chosen =
        switch (kind) {
          case "link", "core" -> best(all);
          // The last case of a sweep: the first one usually is the mesh without errors.
          case "mesh" -> all.size() - 1;
          default -> 0;
        };
    Map<String, Double> metrics = all.get(chosen);
    List<String> wanted =
        switch (kind) {
          case "link" -> LINK_HEADLINE;
          case "pulse" -> PULSE_HEADLINE;
          case "core" -> CORE_HEADLINE;
          case "mesh" -> MESH_HEADLINE;
          case "cloud" -> CLOUD_HEADLINE;
          default -> List.copyOf(metrics.keySet());
        };
    List<Metric> tiles =
        wanted.stream()
            .filter(metrics::containsKey)
            .limit(HEADLINE)
            .map(key -> MetricCatalogue.describe(kind, key, List.of(metrics)))
            .toList();
    return new RunReport.Headline(about(kind, all.size(), chosen), tiles);
  }

  private String about(String kind, int size, int chosen) {
    if (size < 2) {
      return cases.first().strip();
    }
    String which =
        switch (kind) {
          case "link", "core" -> ", the case of the highest SNR among " + size;
          case "mesh" -> ", the last of " + size + " cases";
          default -> ", the first of " + size + " cases";
        };
    return MetricCatalogue.capitalised(cases.label(chosen)) + which;
  }

  /** The case of the highest SNR of the centre channel; the first without any. */
  private static int best(List<Map<String, Double>> all) {
    int best = 0;
    for (int i = 1; i < all.size(); i++) {
      double one = all.get(i).getOrDefault("snr_dB", Double.NEGATIVE_INFINITY);
      best = one > all.get(best).getOrDefault("snr_dB", Double.NEGATIVE_INFINITY) ? i : best;
    }
    return best;
  }

  /** All metrics, with the notes on those that are missing. */
  RunReport.Metrics metrics() {
    List<Map<String, Double>> all = all();
    List<Map<String, Double>> shown = new ArrayList<>();
    List<String> columns = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    if (all.size() > 1) {
      for (int i : cases.drawn()) {
        shown.add(all.get(i));
        columns.add(cases.names().get(i));
      }
      if (shown.size() < all.size()) {
        notes.add("%d of %d cases; summary.json has all.".formatted(shown.size(), all.size()));
      }
    } else {
      shown.addAll(all);
      columns.add("Value");
    }
    notes.addAll(summary.texts("notes"));
    Set<String> keys = new LinkedHashSet<>();
    shown.forEach(one -> keys.addAll(one.keySet()));
    List<Metric> rows =
        keys.stream()
            .map(key -> MetricCatalogue.describe(summary.text("kind"), key, shown))
            .toList();
    String about = all.size() > 1 ? "One column for each " + cases.parameter() : "";
    return new RunReport.Metrics(about, columns, rows, notes);
  }
}
