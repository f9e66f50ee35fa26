package org.lightpath.photonic.receiver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.lightpath.photonic.device.BalancedPair;
import org.lightpath.photonic.device.Constants;
import org.lightpath.photonic.device.Decibels;
import org.lightpath.photonic.device.Detector;
import org.lightpath.photonic.device.Photodiode;
import org.lightpath.photonic.device.Provenance;
import org.lightpath.photonic.device.TransimpedanceAmplifier;

class ReceiverNoiseBudgetTest {
  private static final Photodiode DIODE = Photodiode.ideal(1, 40e9);
  private static final TransimpedanceAmplifier AMPLIFIER =
      TransimpedanceAmplifier.ofInputNoise(10e-12, Provenance.assumed("test vector"));
  private static final TransimpedanceAmplifier SILENT =
      TransimpedanceAmplifier.ofInputNoise(0, Provenance.assumed("no amplifier"));

  private static ReceiverNoiseBudget budget(double rin, double bandwidth) {
    return new ReceiverNoiseBudget(
        DIODE, AMPLIFIER, LightNoise.ofRin(rin), Quantisation.NONE, bandwidth);
  }

  private static ReceiverNoiseBudget quiet(Detector detector) {
    return new ReceiverNoiseBudget(detector, SILENT, LightNoise.NONE, Quantisation.NONE, 5e9);
  }

  /** R = 1 A/W, 10 pA/√Hz, −150 dB/Hz, −30 to +10 dBm in steps of 5; printed to two decimals. */
  @Test
  void effectiveBitsOverPowerAreTheTable() {
    double[] five = {0.21, 1.86, 3.51, 5.11, 6.60, 7.72, 8.26, 8.44, 8.49};
    double[] ten = {-0.29, 1.36, 3.01, 4.61, 6.10, 7.22, 7.76, 7.94, 7.99};
    for (int k = 0; k < five.length; k++) {
      double power = Decibels.dbmToWatts(-30 + 5 * k);
      assertThat(budget(-150, 5e9).noise(power).enob()).isCloseTo(five[k], within(0.01));
      assertThat(budget(-150, 10e9).noise(power).enob()).isCloseTo(ten[k], within(0.01));
    }
  }

  @Test
  void ceilingOfIntensityNoiseIsTheTable() {
    assertThat(EffectiveBits.rinCeiling(-140, 5e9)).isCloseTo(6.85, within(0.005));
    assertThat(EffectiveBits.rinCeiling(-150, 5e9)).isCloseTo(8.51, within(0.005));
    assertThat(EffectiveBits.rinCeiling(-160, 5e9)).isCloseTo(10.17, within(0.005));
    // The budget knows the same ceiling and stays below it at any power.
    assertThat(budget(-150, 5e9).ceiling())
        .isCloseTo(EffectiveBits.rinCeiling(-150, 5e9), within(1e-12));
    assertThat(budget(-150, 5e9).noise(1.0).enob()).isLessThan(budget(-150, 5e9).ceiling());
  }

  @Test
  void slopesAreOneBitPerThreeAndPerSixDecibels() {
    ReceiverNoiseBudget thermal =
        new ReceiverNoiseBudget(DIODE, AMPLIFIER, LightNoise.NONE, Quantisation.NONE, 5e9);
    // At 1 nW the shot noise is 3e-6 of the thermal noise.
    double bits = thermal.noise(2e-9).enob() - thermal.noise(1e-9).enob();
    assertThat(bits).isCloseTo(20 * Math.log10(2) / 6.02, within(1e-5));
    double shot = quiet(DIODE).noise(2e-6).enob() - quiet(DIODE).noise(1e-6).enob();
    assertThat(shot).isCloseTo(10 * Math.log10(2) / 6.02, within(1e-12));
  }

  /** Inversion and evaluation are independent formulas, so the round trip is a test of both. */
  @Test
  void requiredPowerGivesTheWantedBits() {
    BalancedPair pair = new BalancedPair(Photodiode.DIGITAL_PD, 20, Provenance.assumed("test"));
    ReceiverNoiseBudget full =
        new ReceiverNoiseBudget(
            pair,
            AMPLIFIER,
            new LightNoise(Decibels.toRatio(-150), 1e-19),
            Quantisation.ofSine(9),
            5e9);
    for (double contrast : new double[] {0.3, 1}) {
      double power = full.requiredPower(5.5, contrast);
      NoiseContributions noise = full.noise(power * (1 + contrast) / 2, power * (1 - contrast) / 2);
      assertThat(noise.enob()).isCloseTo(5.5, within(1e-11));
      for (NoiseSource source : NoiseSource.values()) {
        assertThat(noise.variance(source)).as(source.name()).isPositive();
      }
    }
  }

  @Test
  void bitsBeyondTheCeilingAreRefused() {
    assertThatThrownBy(() -> budget(-140, 5e9).requiredPower(7))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no power gives more than 6.85");
  }

  @Test
  void shotLimitedPhotonsAreOneAndAHalfTimesFourToTheBits() {
    assertThat(EffectiveBits.shotLimitedPhotons(4)).isEqualTo(384);
    assertThat(EffectiveBits.shotLimitedPhotons(6)).isEqualTo(6144);
    assertThat(EffectiveBits.shotLimitedPhotons(8)).isEqualTo(98304);
    assertThat(EffectiveBits.shotLimitedBits(6144)).isCloseTo(6, within(1e-14));
    // The budget agrees, with one electron a photon: 1.7609 and 6.0206 dB are rounded by 9e-4 and
    // 8 × 6e-4 dB at 8 bit, 0.0057 dB or 0.132 % in all.
    double wavelength = 1550e-9;
    Photodiode perfect = Photodiode.ideal(Photodiode.quantumLimit(wavelength), 40e9);
    for (int bits : new int[] {4, 6, 8}) {
      assertThat(quiet(perfect).requiredPhotons(bits, 1, wavelength) / Math.pow(4, bits))
          .isCloseTo(1.5, within(1.5 * 0.00133));
    }
  }

  @Test
  void balancedDetectionCancelsIntensityNoiseUpToTheMismatch() {
    LightNoise noisy = LightNoise.ofRin(-140);
    Detector matched = BalancedPair.matched(DIODE);
    Detector mismatched = new BalancedPair(DIODE, 20, Provenance.assumed("test"));
    double plus = 1.01e-3;
    double minus = 0.99e-3;
    double single = noise(DIODE, noisy, plus - minus, 0);
    assertThat(noise(matched, noisy, plus, minus)).isCloseTo(single, within(single * 1e-12));
    // 20 dB of rejection leave a tenth of the 1.98 mA that cancel.
    double leak = noisy.rin() * 5e9 * 0.198e-3 * 0.198e-3;
    assertThat(noise(mismatched, noisy, plus, minus) - single)
        .isCloseTo(leak, within(leak * 1e-12));
  }

  private static double noise(Detector detector, LightNoise light, double plus, double minus) {
    return new ReceiverNoiseBudget(detector, SILENT, light, Quantisation.NONE, 5e9)
        .noise(plus, minus)
        .variance(NoiseSource.RELATIVE_INTENSITY);
  }

  @Test
  void signalBeatsWithAmplifiedSpontaneousEmission() {
    ReceiverNoiseBudget amplified =
        new ReceiverNoiseBudget(
            Photodiode.ideal(0.8, 40e9), SILENT, new LightNoise(0, 2e-18), Quantisation.NONE, 5e9);
    double expected = 4 * 0.8 * 0.8 * 1e-3 * 2e-18 * 5e9;
    assertThat(amplified.noise(1e-3).variance(NoiseSource.SIGNAL_ASE_BEAT))
        .isCloseTo(expected, within(expected * 1e-14));
  }

  @Test
  void aConverterAloneGivesItsBits() {
    ReceiverNoiseBudget rounding =
        new ReceiverNoiseBudget(DIODE, SILENT, LightNoise.NONE, Quantisation.ofSine(8), 5e9);
    // At 1 MW no other noise is left; the constants are rounded by 6e-4 dB and 5e-3 dB in all.
    assertThat(rounding.noise(1e6).enob()).isCloseTo(8, within(0.001));
  }

  @Test
  void fiftyOhmsMakeEighteenPicoamperes() {
    // 18.2 is printed to one decimal.
    assertThat(TransimpedanceAmplifier.load(50, 300).inputNoise() * 1e12)
        .isCloseTo(18.2, within(0.05));
  }

  /** Published energies per operation as photons: 40 aJ, 50 zJ, and 0.64 photon at 532 nm. */
  @Test
  void photonNumbersOfPublishedEnergies() {
    assertThat(Photons.inEnergy(40e-18, 1550e-9)).isCloseTo(312.1, within(0.05));
    assertThat(Photons.inEnergy(50e-21, 1550e-9)).isCloseTo(0.390, within(0.0005));
    assertThat(Photons.energy(0.64, 532e-9)).isCloseTo(2.390e-19, within(2.390e-22));
    assertThat(Constants.photonEnergy(1550e-9)).isCloseTo(1.28158e-19, within(1e-24));
  }

  @Test
  void bandwidthAndIntegrationTimeGoTogether() {
    assertThat(Photons.bandwidth(100e-12)).isCloseTo(5e9, within(1e-3));
    assertThat(Photons.integrationTime(Photons.bandwidth(3e-10))).isCloseTo(3e-10, within(1e-24));
    double power = Photons.power(384, 5e9, 1550e-9);
    assertThat(Photons.perSample(power, 5e9, 1550e-9)).isCloseTo(384, within(1e-10));
  }
}
