package org.lightpath.photonic.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RingTest {
  private static final RingResonance RESONANCE =
      new RingResonance(2 * Math.PI * 10e-6, 4.2, 1550e-9);
  private static final AddDropRing RING = new AddDropRing(0.97, 0.97, 0.995, RESONANCE);

  /** Printed with five digits, 1e-4 relative; the extinction ratio to two decimals. */
  @Test
  void highQualityRingHasThePublishedFigures() {
    AllPassRing ring = RingPreset.HIGH_Q.ring();
    assertThat(ring.finesse()).isCloseTo(135.79, within(135.79e-4));
    assertThat(ring.resonance().freeSpectralRange() * 1e9).isCloseTo(32.028, within(32.028e-4));
    assertThat(ring.fullWidth() * 1e9).isCloseTo(0.2359, within(0.2359e-3));
    assertThat(Decibels.ofRatio(ring.extinctionRatio())).isCloseTo(17.64, within(0.005));
    assertThat(ring.transmission(ring.resonance().wavelength()) * ring.extinctionRatio())
        .isCloseTo(ring.transmission(halfRangeOff(ring.resonance())), within(1e-9));
  }

  private static double halfRangeOff(RingResonance resonance) {
    double turns = 0.5 / (resonance.groupIndex() * resonance.circumference());
    return 1 / (1 / resonance.wavelength() + turns);
  }

  @Test
  void statedWidthsOfTheSourceDisagreeWithItsOwnFormula() {
    assertThat(RingPreset.LOW_Q.ring().fullWidth() * 1e9).isCloseTo(3.389, within(0.0005));
    assertThat(RingPreset.LOW_Q.statedOverFormula()).isCloseTo(2.522 / 3.389, within(1e-3));
    assertThat(RingPreset.HIGH_Q.statedOverFormula()).isCloseTo(0.2278 / 0.2359, within(1e-3));
  }

  @Test
  void widthIsWhereTheDropHalves() {
    double peak = RING.drop(1550e-9);
    double half = RING.drop(1550e-9 + RING.fullWidth() / 2);
    // The formula takes the resonance for a Lorentzian; next order is (π/F)²/12 with F = 49: 4e-4,
    // and the asymmetry in wavelength, FWHM/λ, is 1e-4.
    assertThat(half / peak).isCloseTo(0.5, within(5e-4));
    assertThat(RING.lorentzian(RING.fullWidth() / 2)).isEqualTo(0.5);
  }

  @Test
  void losslessRingConservesPower() {
    AddDropRing lossless = new AddDropRing(0.9, 0.8, 1, RESONANCE);
    for (double offset = 0; offset < 5e-9; offset += 0.3e-9) {
      double sum = lossless.through(1550e-9 + offset) + lossless.drop(1550e-9 + offset);
      assertThat(sum).isCloseTo(1, within(1e-14));
    }
    assertThat(RING.through(1550e-9) + RING.drop(1550e-9)).isLessThan(0.95);
  }

  @Test
  void tuningReachesTheWeight() {
    for (double weight : new double[] {-0.8, 0, 0.4, RING.highestWeight()}) {
      assertThat(RING.tunedFor(weight, 1551e-9).weight(1551e-9)).isCloseTo(weight, within(1e-9));
    }
    assertThat(RING.symmetricRange()).isEqualTo(RING.highestWeight()).isLessThan(1);
    assertThatThrownBy(() -> RING.phaseFor(0.99)).hasMessageContaining("out of reach");
  }

  @Test
  void manyChannelsLeakByTheSquareOfWidthOverSpacing() {
    // Published to four digits; the sum over ±200000 channels is the independent check, short of
    // its tail by 2·(x/2)²/200000.
    double[] ratios = {0.5, 0.25, 0.125, 0.0625};
    double[] published = {0.1976, 0.0509, 0.01281, 0.00321};
    for (int k = 0; k < ratios.length; k++) {
      double x = ratios[k];
      double sum = 0;
      for (int n = 1; n <= 200_000; n++) {
        sum += 2 / (1 + 4.0 * n * n / (x * x));
      }
      assertThat(AddDropRing.aggregateLeak(x)).isCloseTo(sum, within(x * x / 400_000));
      assertThat(AddDropRing.aggregateLeak(x)).isCloseTo(published[k], within(6e-5));
    }
    double law = Math.PI * Math.PI / 12 * 0.125 * 0.125;
    assertThat(AddDropRing.aggregateLeak(0.125)).isCloseTo(law, within(0.01 * law));
    double wide = Math.PI * Math.PI / 12 * 0.25;
    assertThat(AddDropRing.aggregateLeak(0.5)).isNotCloseTo(wide, within(0.03 * wide));
  }

  @Test
  void photonLifetimeAndElectrodeLimitTheBandwidth() {
    double lifetime = RING.photonLifetimeBandwidth();
    // f_ph = c/(λQ) is the width of the resonance in frequency.
    double width = Constants.SPEED_OF_LIGHT * RING.fullWidth() / (1550e-9 * 1550e-9);
    assertThat(lifetime).isCloseTo(width, within(width * 1e-12));
    assertThat(MicroringModulator.bandwidth(3e10, 4e10)).isCloseTo(2.4e10, within(1.0));
  }

  @Test
  void heatMovesTheResonance() {
    RingResonance hot = RESONANCE.heated(10, 0.08e-9);
    assertThat(hot.wavelength() - 1550e-9).isCloseTo(0.8e-9, within(1e-18));
  }
}
