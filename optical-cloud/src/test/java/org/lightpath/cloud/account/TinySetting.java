package org.lightpath.cloud.account;

import java.util.List;
import org.lightpath.cloud.product.Product;
import org.lightpath.core.plan.MatmulShape;
import org.lightpath.photonic.device.AnalogDigitalConverter;
import org.lightpath.photonic.device.ConverterRating;
import org.lightpath.photonic.device.DigitalAnalogConverter;
import org.lightpath.photonic.device.Footprint;
import org.lightpath.photonic.device.ModulatorDrive;
import org.lightpath.photonic.device.Photodiode;
import org.lightpath.photonic.device.Provenance;
import org.lightpath.photonic.device.TransimpedanceAmplifier;
import org.lightpath.photonic.energy.CoreDesign;
import org.lightpath.photonic.energy.LinkBudget;
import org.lightpath.photonic.energy.OperationDefinition;
import org.lightpath.photonic.energy.TileShape;

/** A setting of round numbers, for cases that are computed by hand. */
final class TinySetting {
  private static final Provenance ROUND = Provenance.assumed("round number for a test");

  private TinySetting() {}

  static ProductLayer product(MatmulShape shape, ProductLayer.Weights weights, int repetitions) {
    return new ProductLayer(
        new Product.Site(0, "product", "MatMul"),
        shape,
        weights,
        ProductLayer.Placement.OPTICAL,
        repetitions);
  }

  /** M = 4, N = 5, K = 10, weights on the right. */
  static ProductLayer product() {
    return product(MatmulShape.of(1, 4, 5, 10), ProductLayer.Weights.RIGHT, 1);
  }

  static Inference inference(Layer... layers) {
    return new Inference("tiny", List.of(layers), 20);
  }

  /**
   * 2 × 3 outputs, 4 wavelengths, 2 cycles of integration, 1 GBd, 8 bit; 10 and 5 pJ converters.
   */
  static CoreDesign core() {
    TileShape tile = new TileShape(2, 3, 4, 2);
    ConverterRating dac = new ConverterRating(8, 1e9, 10e-3, 0);
    ConverterRating adc = new ConverterRating(8, 1e9, 5e-3, 0);
    return new CoreDesign(
        "tiny core",
        new CoreDesign.Array(tile, 1),
        new CoreDesign.Operation(1e9, 8, OperationDefinition.MAC_IS_TWO_OPS),
        CoreDesign.Reuse.crossbar(tile),
        new CoreDesign.Parts(
            new ModulatorDrive(0.1e-12, 1e-3),
            new DigitalAnalogConverter(
                "DAC", dac, DigitalAnalogConverter.Law.POWER_OVER_BITS, ROUND),
            new CoreDesign.Readout(
                new Photodiode(
                    "PD",
                    new Photodiode.Response(1, 0, 1e9),
                    1e-3,
                    Footprint.micrometres(1, 1),
                    ROUND),
                2,
                new TransimpedanceAmplifier("TIA", 0, 2e-3, 0, ROUND),
                new AnalogDigitalConverter("ADC", adc, AnalogDigitalConverter.Law.LINEAR, ROUND))));
  }

  static CentreHardware hardware(CoreDesign core) {
    return new CentreHardware(
        core,
        new CentreHardware.Lasers(
            1e-6,
            0.25,
            LinkBudget.of(List.of(new LinkBudget.Loss("chip", 10, ROUND))),
            0.5,
            Double.POSITIVE_INFINITY),
        new CentreHardware.Memory(10e-12, 1e-12, 1e9),
        new CentreHardware.Processor(0.1e-12, 1e12, 10e-12, 1e10),
        new CentreHardware.Delays(1e-9, 0.1e-9, 2e-9, 3e-9));
  }

  /** 10 dB and 10 µs for inputs; 20 µs and two amplifiers for weights; 30 µs for results. */
  static CloudPaths paths() {
    return new CloudPaths(
        StreamPath.passive("inputs", 10, 10e-6),
        new StreamPath("weights", 20, 20, 20e-6, new StreamPath.Amplifiers(2, 10, 40)),
        StreamPath.passive("results", 0, 30e-6),
        new CloudPaths.DigitalLink(10e-12, 1e9, 8));
  }

  static ServiceRules rules(
      ServiceRules.Activations activations, ServiceRules.WeightArrival weights) {
    return new ServiceRules(1, activations, weights, ServiceRules.IdlePower.OFF, 1);
  }

  static CloudSetting setting() {
    return new CloudSetting(
        hardware(core()),
        paths(),
        rules(ServiceRules.Activations.AT_CENTRE, ServiceRules.WeightArrival.SCHEDULED));
  }
}
