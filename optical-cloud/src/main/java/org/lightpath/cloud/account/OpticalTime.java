package org.lightpath.cloud.account;

import java.util.EnumMap;
import org.lightpath.cloud.account.ServiceRules.WeightArrival;
import org.lightpath.photonic.energy.CoreDesign;

/**
 * Time of products in the optical core. Symbols follow one another without a gap, so conversion,
 * flight and read-out count once for a repetition, as the delay of the first or last symbol, and
 * the stream counts with its length:
 *
 * <p>t = t_dac + d_x + wait for weights + flight + (cycles − last window)/f + last window/f + wait
 * for memory + t_receiver + t_adc + additions/rate.
 */
final class OpticalTime {
  private final CloudSetting setting;
  private final OpticalEnergy energy;

  OpticalTime(CloudSetting setting, OpticalEnergy energy) {
    this.setting = setting;
    this.energy = energy;
  }

  /** All repetitions, of which so many have inputs from the edge node. */
  Durations of(ProductLayer layer, Tiling tiling, int remote) {
    int repetitions = layer.repetitions();
    EnumMap<LatencyStage, Double> once = new EnumMap<>(LatencyStage.class);
    CoreDesign core = setting.hardware().core();
    CentreHardware.Delays delays = setting.hardware().delays();
    double clock = core.operation().clock();
    double lit = energy.litSeconds(tiling);
    double reading = energy.weightBytes(layer) / setting.hardware().memory().mainBytesPerSecond();
    once.put(LatencyStage.CONVERSION, delays.dac());
    once.put(LatencyStage.FLIGHT, delays.flight());
    once.put(LatencyStage.MODULATION, (tiling.cycles() - tiling.lastWindow()) / clock);
    once.put(LatencyStage.INTEGRATION, tiling.lastWindow() / clock);
    once.put(LatencyStage.MEMORY_WAIT, Math.max(0, reading - lit));
    once.put(LatencyStage.READ_OUT, delays.receiver() + delays.adc());
    once.put(
        LatencyStage.PARTIAL_SUMS,
        tiling.readOuts().additions() / setting.hardware().processor().operationsPerSecond());
    return new Durations(once).times(repetitions).plus(flights(layer, remote));
  }

  private Durations flights(ProductLayer layer, int remote) {
    double inputs = setting.paths().inputs().delay();
    Durations flight = Durations.of(LatencyStage.INPUT_PATH, remote * inputs);
    boolean asked =
        setting.rules().weights() == WeightArrival.ON_REQUEST
            && layer.weights() != ProductLayer.Weights.NONE;
    if (!asked) {
      return flight;
    }
    double round = 2 * setting.paths().weights().delay();
    int local = layer.repetitions() - remote;
    double wait = remote * Math.max(0, round - inputs) + local * round;
    return flight.plus(Durations.of(LatencyStage.WEIGHT_WAIT, wait));
  }
}
