package org.lightpath.photonic.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.lightpath.core.plan.MatmulShape;
import org.lightpath.photonic.core.statistics.Moments;
import org.lightpath.photonic.device.AnalogDigitalConverter;
import org.lightpath.photonic.device.BalancedPair;
import org.lightpath.photonic.device.Constants;
import org.lightpath.photonic.device.Detector;
import org.lightpath.photonic.device.Encoding;
import org.lightpath.photonic.device.Laser;
import org.lightpath.photonic.device.MachZehnderModulator;
import org.lightpath.photonic.device.Photodiode;
import org.lightpath.photonic.device.Provenance;
import org.lightpath.photonic.device.TransimpedanceAmplifier;
import org.lightpath.photonic.receiver.LightNoise;
import org.lightpath.photonic.receiver.NoiseContributions;
import org.lightpath.photonic.receiver.NoiseSource;
import org.lightpath.photonic.receiver.Photons;
import org.lightpath.photonic.receiver.Quantisation;
import org.lightpath.photonic.receiver.ReceiverNoiseBudget;

/** Parts of cores built from devices. */
class DevicePartsTest {
  private static final double TIME = 1e-9;
  private static final Provenance TEST = Provenance.assumed("for this test");
  private static final TransimpedanceAmplifier AMPLIFIER =
      TransimpedanceAmplifier.ofInputNoise(10e-12, TEST);
  private static final int DRAWS = 20_000;

  private static Laser laser(double rin, double linewidth) {
    return Laser.lightening(new Laser.Light(1550e-9, 1e-3, rin, linewidth));
  }

  private static ReceiverParts parts(Detector detector) {
    return new ReceiverParts(detector, AMPLIFIER, laser(-150, 0), AnalogDigitalConverter.SAR_10G);
  }

  /**
   * One nanosecond of ten pA/√Hz: 10⁻¹¹ √(5·10⁻¹⁰) / q = 1395.6 electrons; two diodes of 25 nA:
   * 312.08 electrons; −150 dB/Hz in 500 MHz: 5·10⁻⁷.
   */
  @Test
  void readoutOfParts() {
    ReadoutCircuit circuit =
        ReadoutCircuit.of(parts(BalancedPair.matched(Photodiode.DIGITAL_PD)), 8, TIME);
    assertThat(circuit.integrationLength()).isEqualTo(8);
    assertThat(circuit.noise().thermalElectrons()).isCloseTo(1395.6, offset(0.1));
    assertThat(circuit.noise().darkElectrons()).isCloseTo(312.08, offset(0.01));
    assertThat(circuit.noise().intensityNoise()).isCloseTo(5e-7, within(1e-18));
    assertThat(circuit.converter().bits()).isEqualTo(8);
    // A single diode has half of the dark current.
    assertThat(ReadoutCircuit.of(parts(Photodiode.DIGITAL_PD), 8, TIME).noise().darkElectrons() * 2)
        .isCloseTo(circuit.noise().darkElectrons(), within(1e-9));
  }

  /** The same parts in currents: variances [A²] times (T/q)² are those in electrons. */
  @Test
  void electronsAgreeWithTheNoiseBudgetOfCurrents() {
    BalancedPair pair = BalancedPair.matched(Photodiode.DIGITAL_PD);
    ReadoutNoise noise = ReadoutNoise.of(pair, AMPLIFIER, laser(-150, 0), TIME);
    NoiseContributions dark =
        new ReceiverNoiseBudget(
                pair, AMPLIFIER, LightNoise.ofRin(-150), Quantisation.NONE, Photons.bandwidth(TIME))
            .noise(0);
    double square = Math.pow(TIME / Constants.ELEMENTARY_CHARGE, 2);
    double shot = dark.variance(NoiseSource.SHOT) * square;
    double thermal = dark.variance(NoiseSource.THERMAL) * square;
    assertThat(noise.darkElectrons()).isCloseTo(shot, within(1e-12 * shot));
    assertThat(Math.pow(noise.thermalElectrons(), 2)).isCloseTo(thermal, within(1e-12 * thermal));
    assertThat(noise.constantVariance())
        .isCloseTo(shot + thermal, within(1e-12 * (shot + thermal)));
  }

  @Test
  void tooSlowConverterIsRefused() {
    assertThatThrownBy(() -> ReadoutCircuit.of(parts(Photodiode.LT_PD), 1, 0.05e-9))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("ADC_SAR_1")
        .hasMessageContaining("1.0E10");
    assertThat(ReadoutCircuit.of(parts(Photodiode.LT_PD), 1, 0.1e-9).converter().bits())
        .isEqualTo(8);
  }

  /** Shot noise plus I_d T/q over the square of the counts for y = 1, 2αβ; √(2/n) is 1 %. */
  @Test
  void darkCurrentAddsItsElectrons() {
    double[] x = Samples.uniform(8, 1);
    double[] w = Samples.uniform(8, 2);
    HomodyneCore ideal = HomodyneCore.ideal(50, 8);
    double counts = Math.sqrt(ideal.light().left(OperandStatistics.UNIFORM));
    counts *= 2 * Math.sqrt(ideal.light().right(OperandStatistics.UNIFORM));
    double dark = 500;
    HomodyneCore core =
        ideal.withCircuit(
            ReadoutCircuit.ideal(8).withNoise(ReadoutNoise.NONE.withDarkElectrons(dark)));
    double without = variance(ideal, x, w);
    double added = dark / (counts * counts);
    assertThat(variance(core, x, w) - without).isCloseTo(added, within(0.06 * (added + without)));
    // It is no small part, so that its absence would be seen.
    assertThat(added).isGreaterThan(without / 2);
    assertThat(
            core.prepare(Samples.request(MatmulShape.of(1, 1, 1, 8), OperandStatistics.UNIFORM))
                .description()
                .effects())
        .anyMatch(effect -> effect.name().contains("dark current"));
  }

  /** P = n/(E|x| E(T⁺ + T⁻)) = 4n photons at full light. */
  @Test
  void darkCurrentOfIntensityCores() {
    double[] x = Samples.uniform(8, 1);
    double[] w = Samples.uniform(8, 2);
    double photons = 1e4;
    double dark = 1e7;
    IncoherentWdmCore core =
        IncoherentWdmCore.ideal(photons, 8)
            .withCircuit(
                ReadoutCircuit.ideal(8).withNoise(ReadoutNoise.NONE.withDarkElectrons(dark)));
    double expected = dark / Math.pow(4 * photons, 2);
    assertThat(variance(core, x, w)).isCloseTo(expected, within(0.06 * expected));
  }

  private static double variance(MatrixCore core, double[] x, double[] w) {
    return Moments.of(Samples.draws(core, x, w, DRAWS, OperandStatistics.UNIFORM)).variance();
  }

  /** ρ = exp(−2π 12.5/25) = 0.0432 at 25 GBd, 1.5·10⁻⁷ at 5 GBd. */
  @Test
  void modulatorsOfDevices() {
    FieldModulator fast = FieldModulator.of(MachZehnderModulator.LT_MZM, 8, 25e9);
    assertThat(fast.pole()).isCloseTo(0.0432, offset(5e-5));
    assertThat(fast.extinctionRatio()).isCloseTo(10, offset(1e-12));
    assertThat(fast.driver()).isEqualTo(new Driver(8, Driver.Curve.MACH_ZEHNDER, true));
    assertThat(FieldModulator.of(MachZehnderModulator.LT_MZM, 8, 5e9).pole())
        .isCloseTo(1.507e-7, within(1e-10));
    assertThat(fast.withoutMemory().pole()).isZero();
    IntensityInput slow =
        IntensityInput.of(MachZehnderModulator.SL_MZM, 6, SignHandling.DIFFERENTIAL);
    assertThat(slow.floor()).isCloseTo(0.2512, offset(5e-5));
    assertThat(slow.driver().bits()).isEqualTo(6);
  }

  /** The device's own table of levels and the core's are the same curve. */
  @Test
  void levelsOfTheDriverAreThoseOfTheDevice() {
    double[] device = MachZehnderModulator.LT_MZM.encodedLevels(4, Encoding.FIELD, false);
    Driver plain = new Driver(4, Driver.Curve.MACH_ZEHNDER, false);
    double[] core = new double[16];
    for (int i = 0; i < 16; i++) {
      core[i] = plain.field().emitted((2.0 * i - 15) / 15);
    }
    Arrays.sort(device);
    assertThat(core).containsExactly(device, offset(1e-12));
  }

  /** 30 dB of currents: 0.0316; its square is the leak of powers. */
  @Test
  void commonModeOfAPair() {
    BalancedPair pair = new BalancedPair(Photodiode.LT_PD, 30, TEST);
    double leak = Interference.IDEAL.withPair(pair).commonMode();
    assertThat(leak).isCloseTo(0.031623, offset(1e-6));
    assertThat(leak * leak).isCloseTo(pair.commonModeLeak(), within(1e-15));
    assertThat(Interference.IDEAL.withPair(BalancedPair.matched(Photodiode.LT_PD)))
        .isEqualTo(Interference.IDEAL);
  }

  /** 100 kHz and 50 kHz over a microsecond: √(2π 0.15) = 0.9708 rad. */
  @Test
  void phaseNoiseBetweenTwoLasers() {
    PhaseNoise noise =
        PhaseNoise.between(
            laser(-150, 100e3), laser(-150, 50e3), 1e-6, PhaseNoise.Correlation.SYMBOL);
    assertThat(noise.deviation()).isCloseTo(0.9708, offset(5e-5));
    assertThat(noise.deviation() * noise.deviation())
        .isCloseTo(
            laser(-150, 100e3).light().phaseVariance(1e-6)
                + laser(-150, 50e3).light().phaseVariance(1e-6),
            within(1e-12));
  }
}
