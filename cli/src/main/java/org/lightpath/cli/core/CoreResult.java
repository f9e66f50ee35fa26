package org.lightpath.cli.core;

import java.util.LinkedHashMap;
import java.util.Map;
import org.lightpath.core.plan.MatmulShape;
import org.lightpath.photonic.core.CoreCharacterisation;
import org.lightpath.photonic.core.CoreQuality;
import org.lightpath.photonic.device.Decibels;
import org.lightpath.photonic.energy.EnergyBreakdown;
import org.lightpath.photonic.energy.ProductTiming;

/**
 * What a case came to.
 *
 * @param what the case
 * @param measured accuracy
 * @param rawError relative error without compensation of crosstalk; NaN if nothing is compensated
 * @param quantumLimit relative error by the shot noise of this core's light alone; NaN without it
 */
record CoreResult(
    CoreSpec.Case what,
    CoreCharacterisation.Result measured,
    double rawError,
    double quantumLimit) {
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
    metrics.put("quantumLimit_rel", quantumLimit);
    metrics.put("receivedPower_dBm", Decibels.wattsToDbm(what.receivedPower()));
    metrics.put("rawError_rel", rawError);
    what.cost().ifPresent(cost -> addCost(cost, metrics));
    metrics.put("simulationRate_MACPerS", measured.macsPerSecond());
    metrics.values().removeIf(value -> Double.isNaN(value));
    return metrics;
  }

  private void addCost(CoreEnergy cost, Map<String, Double> metrics) {
    EnergyBreakdown power = cost.power();
    metrics.put("energyPerMac_J", power.total().joulesPerMac());
    metrics.put("powerEfficiency_mWPerTops", power.total().milliwattsPerTops());
    metrics.put("throughput_MACPerS", power.throughput().macsPerSecond());
    metrics.put("power_W", power.totalWatts());
    MatmulShape shape = what.request().shape();
    cost.design()
        .map(design -> ProductTiming.of(design, shape.rows(), shape.columns(), shape.inner()))
        .ifPresent(
            timing -> {
              metrics.put("latency_s", timing.seconds());
              metrics.put("utilisation_rel", timing.utilisation());
            });
  }
}
