package org.lightpath.cli.core;

import java.util.List;
import java.util.OptionalDouble;
import org.lightpath.cli.experiment.Values;
import org.lightpath.photonic.core.ConverterRange;
import org.lightpath.photonic.core.Driver;
import org.lightpath.photonic.core.FieldModulator;
import org.lightpath.photonic.core.IntensityInput;
import org.lightpath.photonic.core.PhotonBudget;
import org.lightpath.photonic.core.ReadoutCircuit;
import org.lightpath.photonic.core.ReadoutNoise;
import org.lightpath.photonic.core.SignHandling;
import org.lightpath.photonic.receiver.Photons;

/** Light, modulators and receiver of a case, which all cores have. */
final class CoreParts {
  /** ρ that no converter sees: half a step of 16 bits, the finest there is. */
  static final double NEGLIGIBLE_MEMORY = 0x1p-17;

  private static final int DIODES = 2;

  private final Values values;
  private final Values light;
  private final Values modulator;
  private final Values receiver;
  private final int index;
  private final OptionalDouble sized;

  CoreParts(Values values, int index) {
    this(values, index, OptionalDouble.empty());
  }

  /**
   * Parts of a case.
   *
   * @param sized photons for each multiplication where they are sized from a wanted SNR
   */
  CoreParts(Values values, int index, OptionalDouble sized) {
    this.sized = sized;
    this.values = values;
    this.light = values.get(CoreKeys.LIGHT);
    this.modulator = values.get(CoreKeys.MODULATOR);
    this.receiver = values.get(CoreKeys.RECEIVER);
    this.index = index;
  }

  /** Value of a list that may be shared by all cases. */
  static <T> T at(List<T> list, int index) {
    return list.get(list.size() == 1 ? 0 : index);
  }

  double photons() {
    return sized.orElseGet(
        () ->
            light
                .find(CoreKeys.PHOTONS)
                .map(list -> at(list, index))
                .orElse(Double.POSITIVE_INFINITY));
  }

  /** RIN of the lasers [1/Hz]; 0 for none. */
  private double intensityNoise() {
    return receiver.find(CoreKeys.INTENSITY_NOISE).orElse(0.0);
  }

  PhotonBudget light() {
    return new PhotonBudget(photons(), light.get(CoreKeys.SHARE));
  }

  /** Bits of the converters before the modulators; 0 for none. */
  int bits() {
    return modulator.find(CoreKeys.BITS).map(list -> Math.toIntExact(at(list, index))).orElse(0);
  }

  Driver driver() {
    return new Driver(bits(), modulator.get(CoreKeys.CURVE), modulator.get(CoreKeys.PREDISTORTED));
  }

  private double extinction() {
    return modulator.find(CoreKeys.EXTINCTION).orElse(Double.POSITIVE_INFINITY);
  }

  /**
   * Modulator of fields.
   *
   * @param symbolRate [1/s]
   * @param series whether neighbouring terms are neighbouring symbols of one modulator; where they
   *     are not, memory too small to matter is left out, and more is for the core to refuse
   */
  FieldModulator field(double symbolRate, boolean series) {
    // A mesh has one symbol in a readout, so its laser's noise is common to all terms: see
    // circuit().
    boolean common = values.get(CoreKeys.CORE).get(ChipKeys.TYPE) == ChipKeys.Type.MESH;
    double laser = common ? 0 : FieldModulator.laserNoise(intensityNoise(), symbolRate);
    FieldModulator ideal =
        new FieldModulator(
            driver(),
            extinction(),
            0,
            Math.hypot(modulator.get(CoreKeys.RELATIVE_NOISE), laser),
            modulator.get(CoreKeys.ADDITIVE_NOISE));
    return modulator
        .find(CoreKeys.BANDWIDTH)
        .map(bandwidth -> ideal.withBandwidth(bandwidth, symbolRate))
        .filter(filtered -> series || filtered.pole() > NEGLIGIBLE_MEMORY)
        .orElse(ideal);
  }

  /** Symbol memory ρ of the modulators; 0 without a bandwidth. */
  double memory() {
    return modulator
        .find(CoreKeys.BANDWIDTH)
        .map(width -> FieldModulator.pole(width, light.get(CoreKeys.SYMBOL_RATE)))
        .orElse(0.0);
  }

  IntensityInput intensity(SignHandling signs) {
    return new IntensityInput(
        driver(),
        extinction(),
        signs,
        Math.hypot(
            modulator.get(CoreKeys.RELATIVE_NOISE),
            IntensityInput.laserNoise(intensityNoise(), light.get(CoreKeys.SYMBOL_RATE))),
        modulator.get(CoreKeys.ADDITIVE_NOISE));
  }

  /** Terms of a sum that one symbol carries. */
  int parallel() {
    Values chip = values.get(CoreKeys.CORE);
    return switch (chip.get(ChipKeys.TYPE)) {
      case HOMODYNE -> 1;
      case MESH -> Math.toIntExact(chip.get(ChipKeys.INPUTS));
      case COHERENT_WDM, WEIGHT_BANK, INCOHERENT_WDM ->
          Math.toIntExact(chip.get(ChipKeys.WAVELENGTH_COUNT));
    };
  }

  /** Terms that one readout sums: as given, else one symbol, or K for a core that integrates. */
  int integrationLength() {
    int inner = Math.toIntExact(values.get(CoreKeys.PRODUCT).get(CoreKeys.INNER));
    int own = parallel() == 1 ? inner : parallel();
    return receiver.find(CoreKeys.INTEGRATION).map(Math::toIntExact).orElse(own);
  }

  /**
   * Symbols of a full readout; a sum shorter than the integration length is read out at its end.
   */
  int steps() {
    int inner = Math.toIntExact(values.get(CoreKeys.PRODUCT).get(CoreKeys.INNER));
    int terms = Math.min(integrationLength(), inner);
    return Math.max(1, (terms + parallel() - 1) / parallel());
  }

  /** Time of a readout [s]. */
  double integrationTime() {
    return steps() / light.get(CoreKeys.SYMBOL_RATE);
  }

  /** Bits of the converters behind the outputs; 0 for none. */
  int readoutBits() {
    return receiver.find(CoreKeys.ADC_BITS).map(list -> Math.toIntExact(at(list, index))).orElse(0);
  }

  ReadoutCircuit circuit() {
    double time = integrationTime();
    boolean common = values.get(CoreKeys.CORE).get(ChipKeys.TYPE) == ChipKeys.Type.MESH;
    double intensity = common ? intensityNoise() * Photons.bandwidth(time) : 0;
    ReadoutNoise noise =
        new ReadoutNoise(
            ReadoutNoise.thermalElectrons(receiver.get(CoreKeys.THERMAL), time),
            ReadoutNoise.darkElectrons(DIODES * receiver.get(CoreKeys.DARK_CURRENT), time),
            intensity);
    ConverterRange converter =
        receiver
            .find(CoreKeys.ADC_BITS)
            .map(
                list ->
                    ConverterRange.expected(
                        Math.toIntExact(at(list, index)), receiver.get(CoreKeys.ADC_RANGE)))
            .orElse(ConverterRange.NONE);
    return new ReadoutCircuit(integrationLength(), noise, receiver.get(CoreKeys.SHOT), converter);
  }

  /** Optical power on the diodes of one output for the photons that are detected [W]. */
  double receivedPower() {
    double photons = photons();
    return Double.isInfinite(photons)
        ? Double.NaN
        : Photons.energy(photons, light.get(CoreKeys.WAVELENGTH))
            * parallel()
            * light.get(CoreKeys.SYMBOL_RATE);
  }
}
