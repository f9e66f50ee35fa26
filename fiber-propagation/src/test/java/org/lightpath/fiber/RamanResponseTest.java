package org.lightpath.fiber;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lightpath.core.fft.Fft;
import org.lightpath.core.plan.TransferFunction;

/** Closed forms and sums of H_R against h_R, gain peaks, and the sign of the flow of energy. */
class RamanResponseTest {
  private static final TimeGrid GRID = new TimeGrid(1 << 16, 0.1e-15);

  @ParameterizedTest
  @EnumSource(RamanResponse.class)
  void spectrumIsTheTransformOfTheResponse(RamanResponse raman) {
    int n = GRID.samples();
    double[] re = new double[n];
    double[] im = new double[n];
    for (int i = 0; i < n; i++) {
      re[i] = raman.at(i * GRID.spacing()) * GRID.spacing();
    }
    // h_R of Lin and Agrawal jumps at t = 0: the trapezoidal rule takes half of the first sample.
    re[0] /= 2;
    new Fft(n).forward(re, im);
    TransferFunction spectrum = raman.spectrum(GRID);
    for (int k = 0; k < 400; k++) {
      assertThat(spectrum.re(k)).isCloseTo(re[k], within(2e-5));
      assertThat(spectrum.im(k)).isCloseTo(im[k], within(2e-5));
      assertThat(spectrum.im((n - k) % n)).isEqualTo(k == 0 ? spectrum.im(0) : -spectrum.im(k));
    }
    assertThat(spectrum.re(0)).isCloseTo(1, within(1e-9));
  }

  /** The gain of silica peaks near 13.2 THz (Stolen et al., J. Opt. Soc. Am. B 6:1159, 1989). */
  @ParameterizedTest
  @EnumSource(RamanResponse.class)
  void gainPeaksNearThirteenTerahertzBelowThePump(RamanResponse raman) {
    TransferFunction spectrum = raman.spectrum(GRID);
    int peak = 0;
    for (int k = 0; k < GRID.samples() / 2; k++) {
      peak = spectrum.im(k) < spectrum.im(peak) ? k : peak;
    }
    assertThat(spectrum.im(peak)).isNegative();
    assertThat(GRID.frequency(peak)).isBetween(12.5e12, 14.5e12);
  }

  @Test
  void slopeOfBlowAndWoodIsTheRamanTime() {
    // −dIm H/dω at 0 is ∫ t h dt = 2 τ₁² τ₂/(τ₁² + τ₂²).
    TransferFunction spectrum = RamanResponse.BLOW_WOOD.spectrum(GRID);
    double time = -spectrum.im(1) / GRID.angularFrequency(1);
    double expected = 2 * 12.2e-15 * 12.2e-15 * 32e-15 / (12.2e-15 * 12.2e-15 + 32e-15 * 32e-15);
    assertThat(time).isCloseTo(expected, within(1e-3 * expected));
  }
}
