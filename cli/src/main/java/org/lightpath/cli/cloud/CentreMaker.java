package org.lightpath.cli.cloud;

import java.util.List;
import org.lightpath.cli.core.CoreKeys;
import org.lightpath.cli.experiment.Values;
import org.lightpath.cli.kind.CommonKeys;
import org.lightpath.cloud.fidelity.CoreSettings;
import org.lightpath.cloud.fidelity.FullScaleLight;
import org.lightpath.cloud.fidelity.Seeding;
import org.lightpath.cloud.fidelity.StreamSpec;
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
import org.lightpath.photonic.energy.TileShape;

/** Makes the core of the centre, its modulators and its receivers. */
final class CentreMaker {
  private static final int DIODES = 2;

  /** Range of converters of products that calibration has not seen. */
  private static final double DEVIATIONS = 4;

  private final Values values;
  private final Values core;
  private final Values modulator;
  private final double symbolRate;

  CentreMaker(Values values) {
    this.values = values;
    this.core = values.get(CentreKeys.CORE);
    this.modulator = values.get(CoreKeys.MODULATOR);
    this.symbolRate = values.get(LightKeys.LIGHT).get(LightKeys.SYMBOL_RATE);
  }

  /** Value of a list that may be shared by all cases. */
  static <T> T at(List<T> list, int index) {
    return list.get(list.size() == 1 ? 0 : index);
  }

  /** Bits of the converters before the modulators; 0 for none. */
  int bits(int index) {
    return modulator.find(CoreKeys.BITS).map(list -> Math.toIntExact(at(list, index))).orElse(0);
  }

  /** Bits of the converters behind the outputs; 0 for none. */
  int readoutBits(int index) {
    return core.find(CoreKeys.ADC_BITS).map(list -> Math.toIntExact(at(list, index))).orElse(0);
  }

  /** Modulator of either stream. */
  FieldModulator modulator(int index) {
    FieldModulator plain =
        new FieldModulator(
            new Driver(
                bits(index), modulator.get(CoreKeys.CURVE), modulator.get(CoreKeys.PREDISTORTED)),
            modulator.find(CoreKeys.EXTINCTION).orElse(Double.POSITIVE_INFINITY),
            0,
            modulator.get(CoreKeys.RELATIVE_NOISE),
            modulator.get(CoreKeys.ADDITIVE_NOISE));
    return modulator
        .find(CoreKeys.BANDWIDTH)
        .map(width -> plain.withBandwidth(width, symbolRate))
        .orElse(plain);
  }

  /** Core and converters of a case, without links. */
  CoreSettings settings(int index) {
    HomodyneCore homodyne =
        new HomodyneCore(
            StreamPair.of(modulator(index).withoutMemory()),
            new Interference(
                core.get(CentreKeys.COUPLING), 0, 0, core.get(CentreKeys.PHASE_OFFSET), 0),
            PhaseNoise.NONE,
            PhotonBudget.of(Double.POSITIVE_INFINITY),
            circuit(index));
    long seed = values.get(CommonKeys.SEED);
    return CoreSettings.of(homodyne, new Seeding(seed, seed));
  }

  private ReadoutCircuit circuit(int index) {
    int length = Math.toIntExact(core.get(CentreKeys.INTEGRATION));
    double time = length / symbolRate;
    ReadoutNoise noise =
        new ReadoutNoise(
            ReadoutNoise.thermalElectrons(core.get(CoreKeys.THERMAL), time),
            DIODES * ReadoutNoise.darkElectrons(core.get(CoreKeys.DARK_CURRENT), time),
            0);
    int bits = readoutBits(index);
    ConverterRange converter =
        bits == 0
            ? ConverterRange.NONE
            : ConverterRange.expected(bits, core.get(CentreKeys.RANGE).orElse(DEVIATIONS));
    return new ReadoutCircuit(length, noise, ReadoutCircuit.Shot.GAUSSIAN, converter);
  }

  static HomodyneCore homodyne(CoreSettings settings) {
    if (settings.core() instanceof HomodyneCore homodyne) {
      return homodyne;
    }
    throw new IllegalStateException("expected a homodyne core, got " + settings.core().name());
  }

  /**
   * Light of both streams at full scale, in electrons of a symbol at one output: what arrives from
   * the fibre, less the chip's loss, split over the outputs that share it.
   */
  static FullScaleLight light(CloudCase what, PairedStreams.Pair pair) {
    StreamSpec left = what.streams().of(pair.left());
    StreamSpec right = what.streams().of(pair.right());
    return new FullScaleLight(
        left.photonsPerSymbol(efficiency(what, pair.weightsLeft())),
        right.photonsPerSymbol(efficiency(what, !pair.weightsLeft())));
  }

  /** Electrons at one output for a photon from the fibre: a weight meets H outputs, an input W. */
  private static double efficiency(CloudCase what, boolean weights) {
    TileShape tile = what.setting().hardware().core().array().tile();
    int outputs = weights ? tile.rows() : tile.columns();
    return what.receiver().quantumEfficiency() / (what.receiver().chipLoss() * outputs);
  }
}
