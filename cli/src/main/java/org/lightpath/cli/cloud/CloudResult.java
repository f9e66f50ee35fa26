package org.lightpath.cli.cloud;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lightpath.cloud.account.EnergyScope;
import org.lightpath.cloud.account.InferenceAccount;
import org.lightpath.cloud.fidelity.LinkEffects;
import org.lightpath.cloud.fidelity.SiteQuality;
import org.lightpath.cloud.generate.Sensitivity;
import org.lightpath.cloud.quality.ErrorStatistics;
import org.lightpath.cloud.quality.QualityReport;
import org.lightpath.cloud.traffic.TrafficResult;

/**
 * What a case came to.
 *
 * @param what the case
 * @param optical what light made
 * @param quality of it beside the digital run
 * @param layers errors of the products
 * @param account energy and time
 * @param traffic queues, if there is traffic
 * @param pace time of the simulation
 */
record CloudResult(
    CloudCase what,
    Workload.Made optical,
    QualityReport quality,
    Layers layers,
    InferenceAccount account,
    Optional<TrafficResult> traffic,
    Pace pace) {
  /**
   * Errors of the products, by site.
   *
   * @param local of each product alone
   * @param accumulated up to each product
   * @param waveform of each product alone at waveform level; empty if that was not run
   * @param sensitivity quality with one product alone by light; empty if that was not run
   * @param effects link effects, by pair of ways
   */
  record Layers(
      List<SiteQuality> local,
      Map<Integer, ErrorStatistics> accumulated,
      List<SiteQuality> waveform,
      List<Sensitivity.LayerCost> sensitivity,
      Map<PairedStreams.Pair, LinkEffects> effects) {
    Layers {
      local = List.copyOf(local);
      accumulated = Map.copyOf(accumulated);
      waveform = List.copyOf(waveform);
      sensitivity = List.copyOf(sensitivity);
      effects = Map.copyOf(effects);
    }
  }

  /**
   * Time of the simulation.
   *
   * @param samples that were made; 0 where products ran alone
   * @param seconds of the optical run [s]
   * @param digitalSeconds of the digital run [s]
   * @param macs of the optical run
   */
  record Pace(int samples, double seconds, double digitalSeconds, double macs) {}

  /** Metrics by the names of the contract. */
  Map<String, Double> metrics() {
    Map<String, Double> metrics = new LinkedHashMap<>(quality.metrics());
    addLayers(metrics);
    double macs = account.inference().macs();
    metrics.put("macs", macs);
    metrics.put("opticalMacFraction", account.opticalShare());
    metrics.put("energyPerInference_J", account.energies().total());
    if (account.inference().opticalMacs() > 0) {
      metrics.put(
          "powerEfficiency_mWPerTops",
          account.figure(EnergyScope.OPTICAL_CORE).milliwattsPerTops());
    }
    metrics.put(
        "systemEfficiency_mWPerTops", account.figure(EnergyScope.WHOLE_SYSTEM).milliwattsPerTops());
    metrics.put("latency_s", account.durations().total());
    metrics.put("fiberLatency_s", account.durations().fibre());
    addNetwork(metrics);
    traffic.ifPresent(result -> addTraffic(result, metrics));
    if (pace.samples > 0) {
      metrics.put("samplesPerS", pace.samples / pace.seconds);
      metrics.put("digitalSamplesPerS", pace.samples / pace.digitalSeconds);
    }
    metrics.put("simulationRate_MACPerS", pace.macs / pace.seconds);
    metrics.values().removeIf(value -> Double.isNaN(value));
    return metrics;
  }

  private void addLayers(Map<String, Double> metrics) {
    double[] decibels =
        layers.local.stream().mapToDouble(site -> site.quality().snrDecibels()).toArray();
    if (decibels.length > 0) {
      metrics.put("meanLayerSnr_dB", Arrays.stream(decibels).average().orElseThrow());
      metrics.put("minLayerSnr_dB", Arrays.stream(decibels).min().orElseThrow());
    }
  }

  private void addNetwork(Map<String, Double> metrics) {
    double osnr = Double.POSITIVE_INFINITY;
    double margin = Double.POSITIVE_INFINITY;
    for (NetworkScenario.Stream stream : what.network().streams()) {
      osnr = Math.min(osnr, stream.budget().quality().noise().osnr());
      margin = Math.min(margin, stream.budget().quality().margins().decibels());
    }
    metrics.put("osnrMin_dB", 10 * Math.log10(osnr));
    metrics.put("marginMin_dB", margin);
  }

  private static void addTraffic(TrafficResult result, Map<String, Double> metrics) {
    metrics.put("requestsPerS", result.total().served());
    metrics.put("latencyP99_s", result.total().latency().percentiles().p99());
    metrics.put("centreUtilisation_rel", result.centre().utilisation());
  }
}
