package org.lightpath.cloud.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lightpath.cloud.account.ServiceRules.Activations;
import org.lightpath.cloud.account.ServiceRules.IdlePower;
import org.lightpath.cloud.account.ServiceRules.WeightArrival;

/** Adds up an inference in one setting; see {@link CloudAccount} for the rules. */
final class Accountant {
  private final CloudSetting setting;
  private final OpticalEnergy energy;
  private final OpticalTime time;
  private final DigitalCost digital;

  Accountant(CloudSetting setting) {
    this.setting = setting;
    this.energy = new OpticalEnergy(setting.hardware());
    this.time = new OpticalTime(setting, energy);
    this.digital = new DigitalCost(setting);
  }

  InferenceAccount account(Inference inference) {
    int first = firstOptical(inference);
    List<LayerAccount> layers = new ArrayList<>();
    BusyTimes busy = new BusyTimes();
    boolean stored = false;
    for (int i = 0; i < inference.layers().size(); i++) {
      Layer layer = inference.layers().get(i);
      Place place = new Place(i == first, i == inference.layers().size() - 1, !stored);
      LayerAccount account = layer(layer, place);
      stored |= account.durations().seconds().containsKey(LatencyStage.WEIGHT_PATH);
      account = place.last ? withReturn(account, inference) : account;
      layers.add(account);
      busy.add(account, setting, energy);
    }
    double latency = layers.stream().mapToDouble(one -> one.durations().total()).sum();
    ServiceRate rate = new ServiceRate(setting.rules().batch(), busy.seconds(), latency);
    return new InferenceAccount(inference, setting, layers, idle(rate), rate);
  }

  /**
   * Where a layer stands.
   *
   * @param inputs whether the inputs of the inference arrive here
   * @param last whether it is the last
   * @param firstStored whether no weights were stored before it
   */
  record Place(boolean inputs, boolean last, boolean firstStored) {}

  private static int firstOptical(Inference inference) {
    for (int i = 0; i < inference.layers().size(); i++) {
      if (Inference.optical(inference.layers().get(i))) {
        return i;
      }
    }
    return 0;
  }

  private LayerAccount layer(Layer layer, Place place) {
    if (layer instanceof ProductLayer product && Inference.optical(layer)) {
      return optical(product, place);
    }
    Durations arrival =
        place.inputs && atCentre()
            ? Durations.of(LatencyStage.INPUT_PATH, setting.paths().inputs().delay())
            : Durations.NONE;
    return new LayerAccount(
        layer, digital.energies(layer), arrival.plus(digital.durations(layer)), Optional.empty());
  }

  private boolean atCentre() {
    return setting.rules().activations() == Activations.AT_CENTRE;
  }

  private LayerAccount optical(ProductLayer layer, Place place) {
    int batch = setting.rules().batch();
    Tiling tiling =
        Tiling.of(layer, setting.hardware().core(), batch).inPasses(setting.rules().passes());
    int local = atCentre() ? layer.repetitions() - (place.inputs ? 1 : 0) : 0;
    int remote = layer.repetitions() - local;
    double lit = energy.litSeconds(tiling);
    Energies sum =
        energy
            .lit(lit * remote, paths(layer, setting.paths().inputs()))
            .plus(energy.lit(lit * local, paths(layer, StreamPath.local())))
            .plus(energy.worked(layer, tiling).times(layer.repetitions()))
            .plus(digital.storedWeights(layer, energy.mainMemory(layer)));
    Durations duration = time.of(layer, tiling, remote).plus(digital.storing(layer, place));
    if (!atCentre()) {
      double results = (double) tiling.readOuts().outputs() * layer.repetitions();
      sum = sum.plus(digital.returned(results));
      duration = duration.plus(digital.returning(results, layer.repetitions()));
    }
    return new LayerAccount(layer, sum.times(1.0 / batch), duration, Optional.of(tiling));
  }

  /** Without weights both streams start where the activations are. */
  private OpticalEnergy.Paths paths(ProductLayer layer, StreamPath inputs) {
    if (layer.weights() == ProductLayer.Weights.NONE) {
      return new OpticalEnergy.Paths(inputs, inputs);
    }
    return new OpticalEnergy.Paths(inputs, weights());
  }

  private StreamPath weights() {
    return setting.rules().weights() == WeightArrival.STORED_FIRST
        ? StreamPath.local()
        : setting.paths().weights();
  }

  private LayerAccount withReturn(LayerAccount account, Inference inference) {
    if (!atCentre()) {
      return account;
    }
    int batch = setting.rules().batch();
    double results = (double) inference.resultValues() * batch;
    return new LayerAccount(
        account.layer(),
        account.energies().plus(digital.returned(results).times(1.0 / batch)),
        account.durations().plus(digital.returning(results, 1)),
        account.tiling());
  }

  /** P_lit·(interval − lit time)/B of a saturated centre, if its power stays on. */
  private double idle(ServiceRate rate) {
    if (setting.rules().idle() == IdlePower.OFF) {
      return 0;
    }
    double lit = rate.busy().getOrDefault(ServiceRate.Resource.OPTICAL_CORE, 0.0);
    StreamPath inputs = atCentre() ? StreamPath.local() : setting.paths().inputs();
    OpticalEnergy.Paths paths = new OpticalEnergy.Paths(inputs, weights());
    double waiting = Math.max(0, rate.interval() - lit);
    return energy.lit(waiting, paths).total() / setting.rules().batch();
  }
}
