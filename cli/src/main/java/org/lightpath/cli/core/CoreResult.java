package org.lightpath.cli.core;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.lightpath.core.engine.MatmulCounts;
import org.lightpath.core.plan.MatmulShape;
import org.lightpath.photonic.core.CoreCharacterisation;
import org.lightpath.photonic.core.CoreQuality;
import org.lightpath.photonic.device.Decibels;
import org.lightpath.photonic.energy.EnergyBreakdown;

/**
 * What a case came to.
 *
 * @param what the case
 * @param measured accuracy
 * @param rawError relative error without compensation of crosstalk; NaN if nothing is compensated
 */
record CoreResult(CoreSpec.Case what, CoreCharacterisation.Result measured, double rawError) {
  /** √(1/n): relative error by shot noise alone for random operands; NaN without shot noise. */
  double quantumLimit() {
    double photons = measured.description().photonsPerMac();
    return Double.isInfinite(photons) ? Double.NaN : 1 / Math.sqrt(photons);
  }

  Map<String, Double> metrics() {
    CoreQuality quality = measured.quality();
    Map<String, Double> metrics = new LinkedHashMap<>();
    metrics.put("snr_dB", quality.snrDecibels());
    metrics.put("enob_bit", quality.effectiveBits());
    metrics.put("relativeError", quality.relativeError());
    metrics.put("bias_rel", quality.relativeBias());
    metrics.put("gain_rel", quality.gain());
    metrics.put("snrGainRemoved_dB", quality.snrGainRemovedDecibels());
    metrics.put("photonsPerMac", measured.description().photonsPerMac());
    metrics.put("quantumLimit_rel", quantumLimit());
    metrics.put("receivedPower_dBm", Decibels.wattsToDbm(what.receivedPower()));
    metrics.put("rawError_rel", rawError);
    what.cost().ifPresent(cost -> addCost(cost.power(), metrics));
    metrics.put("simulationRate_MACPerS", measured.macsPerSecond());
    metrics.values().removeIf(value -> Double.isNaN(value));
    return metrics;
  }

  private static void addCost(EnergyBreakdown power, Map<String, Double> metrics) {
    metrics.put("energyPerMac_J", power.total().joulesPerMac());
    metrics.put("powerEfficiency_mWPerTops", power.total().milliwattsPerTops());
    metrics.put("throughput_MACPerS", power.throughput().macsPerSecond());
    metrics.put("power_W", power.totalWatts());
  }

  /** What was clipped, in words; empty if nothing. */
  Optional<String> clipping() {
    MatmulCounts counts = measured.counts();
    MatmulShape shape = what.request().shape();
    double runs = Math.max(1, counts.runs());
    double inputs = counts.leftClipped() / (runs * shape.left().elements());
    double weights = counts.rightClipped() / (runs * shape.right().elements());
    double readouts =
        counts.outputClipped()
            / (runs * shape.result().elements() * measured.description().readout().windows());
    if (inputs + weights + readouts == 0) {
      return Optional.empty();
    }
    return Optional.of(
        ("clipped: %.3g %% of the inputs and %.3g %% of the weights beyond their full scales,"
                + " %.3g %% of the readouts beyond the converter's range")
            .formatted(100 * inputs, 100 * weights, 100 * readouts));
  }
}
