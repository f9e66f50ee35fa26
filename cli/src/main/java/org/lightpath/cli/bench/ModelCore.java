package org.lightpath.cli.bench;

import java.util.List;
import org.lightpath.cloud.fidelity.CoreSettings;
import org.lightpath.cloud.fidelity.FullScaleLight;
import org.lightpath.cloud.fidelity.LinkEffects;
import org.lightpath.cloud.fidelity.OperandScales;
import org.lightpath.cloud.fidelity.Scaling;
import org.lightpath.cloud.fidelity.Seeding;
import org.lightpath.core.field.Precision;
import org.lightpath.photonic.core.ConverterRange;
import org.lightpath.photonic.core.Driver;
import org.lightpath.photonic.core.FieldModulator;
import org.lightpath.photonic.core.HomodyneCore;
import org.lightpath.photonic.core.Interference;
import org.lightpath.photonic.core.PhaseNoise;
import org.lightpath.photonic.core.PhotonBudget;
import org.lightpath.photonic.core.ReadoutCircuit;
import org.lightpath.photonic.core.ReadoutNoise;
import org.lightpath.photonic.core.StreamPair;

/**
 * The core of {@code bench model}, the same for every model and independent of networks: a homodyne
 * core of two streams behind two links, with every effect that costs time. All numbers are assumed,
 * rounded from what is fitted for the streams of {@code examples/optical-cloud.yaml}; times do not
 * depend on their values, signal-to-noise ratios do.
 */
final class ModelCore {
  /** Of the converters of modulators and readouts. */
  static final int BITS = 8;

  /** Terms that one readout sums at most. */
  static final int INTEGRATION_LENGTH = 256;

  /** Photoelectrons of one symbol of either stream at one output, at full scale. */
  static final double PHOTOELECTRONS = 1e4;

  /** Standard deviation of the thermal noise of a readout [electrons]. */
  static final double THERMAL_ELECTRONS = 2e3;

  /** Standard deviations of a readout within the converter's range. */
  private static final double RANGE = 4;

  /** Noise of each stream: 0.4 % additive and 0.4 % relative. */
  private static final LinkEffects.Stream STREAM = new LinkEffects.Stream(0.004, 0.004, 0.013);

  /** Both links: neighbouring symbols too faint to be put on operands, 11 mrad of phase noise. */
  static final LinkEffects LINKS =
      new LinkEffects(1, List.of(), STREAM, STREAM, 3e-8, 0.011, 100, 20_000);

  private ModelCore() {}

  static CoreSettings ideal(Precision precision, OperandScales scales) {
    return with(CoreSettings.ideal(INTEGRATION_LENGTH), precision, scales);
  }

  static CoreSettings behavioural(Precision precision, OperandScales scales) {
    HomodyneCore core =
        new HomodyneCore(
            StreamPair.of(FieldModulator.IDEAL.withDriver(Driver.uniform(BITS))),
            Interference.IDEAL,
            PhaseNoise.NONE,
            PhotonBudget.of(Double.POSITIVE_INFINITY),
            new ReadoutCircuit(
                INTEGRATION_LENGTH,
                new ReadoutNoise(THERMAL_ELECTRONS, 0, 0),
                ReadoutCircuit.Shot.GAUSSIAN,
                ConverterRange.expected(BITS, RANGE)));
    CoreSettings settings =
        CoreSettings.of(core, Seeding.DEFAULT)
            .withLight(new FullScaleLight(PHOTOELECTRONS, PHOTOELECTRONS));
    return LINKS.on(with(settings, precision, scales));
  }

  private static CoreSettings with(
      CoreSettings settings, Precision precision, OperandScales scales) {
    return settings.withScaling(Scaling.TENSOR).withPrecision(precision).withScales(scales);
  }
}
