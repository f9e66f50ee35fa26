package org.lightpath.cloud.account;

import java.util.Map;
import org.lightpath.cloud.account.ServiceRules.WeightArrival;

/**
 * Energy and time of what is not light: products and element-wise work of the processor, numbers
 * sent as bits.
 */
final class DigitalCost {
  private final CloudSetting setting;
  private final CentreHardware.Processor processor;

  DigitalCost(CloudSetting setting) {
    this.setting = setting;
    this.processor = setting.hardware().processor();
  }

  /**
   * Energy of one inference, all repetitions: macs·E_mac, whose memory is in E_mac; or
   * operations·E_op and every value once through the buffer.
   */
  Energies energies(Layer layer) {
    return switch (layer) {
      case ProductLayer product ->
          Energies.of(EnergyComponent.DIGITAL_PRODUCTS, processor.joulesPerMac() * product.macs());
      case ElementLayer element ->
          new Energies(
                  Map.of(
                      EnergyComponent.ELEMENT_WISE,
                      processor.joulesPerOperation() * element.operations(),
                      EnergyComponent.MEMORY,
                      setting.hardware().memory().bufferJoulesPerByte()
                          * element.values()
                          * setting.hardware().core().operation().readoutBits()
                          / 8))
              .times(element.repetitions());
    };
  }

  /** Time of a batch, all repetitions: B·macs/rate, B·operations/rate. */
  Durations durations(Layer layer) {
    double batch = setting.rules().batch();
    return switch (layer) {
      case ProductLayer product ->
          Durations.of(
              LatencyStage.DIGITAL_PRODUCTS, batch * product.macs() / processor.macsPerSecond());
      case ElementLayer element ->
          Durations.of(
              LatencyStage.ELEMENT_WISE,
              batch
                  * element.operations()
                  * element.repetitions()
                  / processor.operationsPerSecond());
    };
  }

  private boolean stored(ProductLayer layer) {
    return setting.rules().weights() == WeightArrival.STORED_FIRST
        && layer.weights() != ProductLayer.Weights.NONE;
  }

  /** Sending the weights of a layer once for a batch, read once more where they come from. */
  Energies storedWeights(ProductLayer layer, double reading) {
    if (!stored(layer)) {
      return Energies.NONE;
    }
    return sent((double) layer.weightValues(), setting.paths().weights())
        .plus(Energies.of(EnergyComponent.MEMORY, reading));
  }

  /** Time of it; the delay of the path counts for the first layer only. */
  Durations storing(ProductLayer layer, Accountant.Place place) {
    if (!stored(layer)) {
      return Durations.NONE;
    }
    Durations transfer =
        Durations.of(
            LatencyStage.WEIGHT_TRANSFER,
            setting.paths().digital().seconds((double) layer.weightValues()));
    return place.firstStored()
        ? transfer.plus(Durations.of(LatencyStage.WEIGHT_PATH, setting.paths().weights().delay()))
        : transfer;
  }

  /** Sending so many results of a batch back. */
  Energies returned(double values) {
    return sent(values, setting.paths().results());
  }

  /** Time of it, in so many goes. */
  Durations returning(double values, int times) {
    return new Durations(
        Map.of(
            LatencyStage.RESULT_TRANSFER,
            setting.paths().digital().seconds(values),
            LatencyStage.RETURN_PATH,
            times * setting.paths().results().delay()));
  }

  /** Transceivers, and one channel's share of the amplifiers for as long as it takes. */
  private Energies sent(double values, StreamPath path) {
    CloudPaths.DigitalLink link = setting.paths().digital();
    return new Energies(
        Map.of(
            EnergyComponent.DIGITAL_LINK,
            link.joules(values),
            EnergyComponent.AMPLIFIERS,
            path.amplifiers().wattsPerChannel() * link.seconds(values)));
  }
}
