package org.lightpath.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.lightpath.photonic.core.RingBank;
import org.lightpath.photonic.device.AddDropRing;
import org.lightpath.photonic.device.AllPassRing;
import org.lightpath.photonic.device.RingPreset;

/**
 * P12: a microring of high quality (Bogaerts et al. 2012, with the numbers of TorchONN's preset),
 * and the leak of many Lorentzian neighbours, (π²/12)(FWHM/spacing)².
 */
class P12RingTest {
  static final double FINESSE = 135.79;
  static final double RANGE_NM = 32.028;
  static final double WIDTH_NM = 0.2359;
  static final double EXTINCTION_DB = 17.64;
  static final double TOLERANCE = 1e-4;
  static final double[] RATIOS = {0.5, 0.25, 0.125, 0.0625};
  static final double[] LEAKS = {0.1976, 0.0509, 0.01281, 0.00321};
  static final double LEAK_TOLERANCE = 0.01;

  @Test
  void ringIsTheFormulas() {
    AllPassRing ring = RingPreset.HIGH_Q.ring();
    assertThat(ring.finesse()).isCloseTo(FINESSE, within(FINESSE * TOLERANCE));
    assertThat(ring.resonance().freeSpectralRange() * 1e9)
        .isCloseTo(RANGE_NM, within(RANGE_NM * TOLERANCE));
    // Four digits and two decimals are printed.
    assertThat(ring.fullWidth() * 1e9).isCloseTo(WIDTH_NM, within(5e-5));
    assertThat(10 * Math.log10(ring.extinctionRatio())).isCloseTo(EXTINCTION_DB, within(0.005));
    // The preset states another width than its own formula gives.
    assertThat(RingPreset.HIGH_Q.statedWidth() * 1e9).isCloseTo(0.2278, within(5e-5));
  }

  /** Sums over neighbours of exact rings, many of them, against the law and the published list. */
  @Test
  void neighboursLeakByTheLaw() {
    for (int i = 0; i < RATIOS.length; i++) {
      double sum = leak(RATIOS[i]);
      assertThat(sum).isCloseTo(LEAKS[i], within(0.02 * LEAKS[i]));
      if (RATIOS[i] <= 0.125) {
        double law = AddDropRing.aggregateLeak(RATIOS[i]);
        assertThat(law).isCloseTo(LEAKS[i], within(LEAK_TOLERANCE * LEAKS[i]));
        assertThat(sum).isCloseTo(law, within(LEAK_TOLERANCE * law));
      }
    }
  }

  /** Light of a channel that all other rings on both sides of an infinite comb drop. */
  private static double leak(double ratio) {
    double spacing = 1e-9;
    double range = 4000 * spacing;
    AddDropRing ring = AddDropRing.lossless(ratio * spacing, range);
    double sum = 0;
    for (int neighbour = 1; neighbour < 1000; neighbour++) {
      sum += 2 * ring.detunedDrop(neighbour * spacing);
    }
    return sum;
  }

  /** Counter-check: wide rings on a narrow comb cannot set both signs of a weight at all. */
  @Test
  void wideRingsAreRefused() {
    AddDropRing wide = AddDropRing.lossless(1e-9, 32e-9);
    RingBank bank = RingBank.of(4, 0.5e-9, RingBank.Compensation.RAW);
    org.assertj.core.api.Assertions.assertThatThrownBy(() -> bank.range(wide))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("both signs");
  }
}
