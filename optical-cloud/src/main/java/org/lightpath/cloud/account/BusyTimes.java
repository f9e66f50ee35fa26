package org.lightpath.cloud.account;

import java.util.EnumMap;
import java.util.Map;
import org.lightpath.cloud.account.ServiceRate.Resource;

/** Time that a batch takes of each resource, added up layer by layer. */
final class BusyTimes {
  private final EnumMap<Resource, Double> seconds = new EnumMap<>(Resource.class);

  void add(LayerAccount account, CloudSetting setting, OpticalEnergy energy) {
    Durations durations = account.durations();
    account.tiling().ifPresent(tiling -> addOptical(account, tiling, setting, energy));
    put(
        Resource.PROCESSOR,
        durations.of(LatencyStage.PARTIAL_SUMS)
            + durations.of(LatencyStage.DIGITAL_PRODUCTS)
            + durations.of(LatencyStage.ELEMENT_WISE));
    put(
        Resource.DIGITAL_LINK,
        durations.of(LatencyStage.WEIGHT_TRANSFER) + durations.of(LatencyStage.RESULT_TRANSFER));
  }

  private void addOptical(
      LayerAccount account, Tiling tiling, CloudSetting setting, OpticalEnergy energy) {
    if (account.layer() instanceof ProductLayer layer) {
      put(Resource.OPTICAL_CORE, energy.litSeconds(tiling) * layer.repetitions());
      double rate = setting.hardware().memory().mainBytesPerSecond();
      put(Resource.MAIN_MEMORY, energy.weightBytes(layer) * layer.repetitions() / rate);
    }
  }

  private void put(Resource resource, double time) {
    seconds.merge(resource, time, Double::sum);
  }

  Map<Resource, Double> seconds() {
    return seconds;
  }
}
