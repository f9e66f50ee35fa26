package org.lightpath.fiber.pulse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lightpath.core.field.ComplexField;
import org.lightpath.fiber.Optics;
import org.lightpath.fiber.TimeGrid;

class PowerSpectrumTest {
  private static final double T0 = 5e-12;

  private static PowerSpectrum gaussian(TimeGrid grid, double detuning) {
    Waveform pulse = Waveform.of(Pulse.of(new PulseShape.Gaussian(T0, 0), 2).detunedBy(detuning));
    try (ComplexField field = Fields.sample(List.of(pulse), grid, 1)) {
      PowerSpectrum spectrum = PowerSpectrum.of(field, 0, grid);
      assertThat(spectrum.meanPower())
          .isCloseTo(field.meanPower(0), within(1e-13 * field.meanPower(0)));
      return spectrum;
    }
  }

  @Test
  void aGaussianHasItsKnownSpectrumForEvenAndOddLengths() {
    for (int samples : new int[] {512, 405}) {
      TimeGrid grid = TimeGrid.overWindow(samples, 100e-12);
      double detuning = 7.3e9;
      PowerSpectrum spectrum = gaussian(grid, detuning);
      assertThat(spectrum.bins()).isEqualTo(samples);
      assertThat(spectrum.peakFrequency()).isCloseTo(detuning, within(1e-6 * detuning));
      double rms = 1 / (2 * Math.sqrt(2) * Math.PI * T0);
      assertThat(spectrum.rmsBandwidth()).isCloseTo(rms, within(1e-9 * rms));
      // S(f) = P₀ 2π T₀² e^(−(2πfT₀)²) / T at the detuning's nearest bin.
      int bin = spectrum.peakBin();
      double omega = 2 * Math.PI * (spectrum.frequency(bin) - detuning);
      double expected =
          2 * 2 * Math.PI * T0 * T0 * Math.exp(-omega * omega * T0 * T0) / grid.window();
      assertThat(spectrum.density(bin)).isCloseTo(expected, within(1e-10 * expected));
    }
  }

  @Test
  void theBandIsWhereTheDensityPerWavelengthFallsBelowItsLevel() {
    TimeGrid grid = TimeGrid.overWindow(1024, 200e-12);
    double carrier = 193.4e12;
    double[] band = gaussian(grid, 0).band(carrier, 20);
    // ν² hardly changes over the pulse's band: e^(−(2πfT₀)²) = 0.01.
    double reach = Math.sqrt(Math.log(100)) / (2 * Math.PI * T0);
    double slope = 4 * reach / carrier; // of ν² across the band, relative
    assertThat(Optics.SPEED_OF_LIGHT / band[1]).isCloseTo(carrier - reach, within(slope * reach));
    assertThat(Optics.SPEED_OF_LIGHT / band[0]).isCloseTo(carrier + reach, within(slope * reach));
    assertThat(band[0]).isLessThan(band[1]);
  }

  @Test
  void theOccupiedBandwidthLeavesTheShareOutside() {
    TimeGrid grid = TimeGrid.overWindow(1024, 200e-12);
    PowerSpectrum spectrum = gaussian(grid, 0);
    double share = 1e-4;
    double band = spectrum.occupiedBandwidth(share);
    double outside = 0;
    for (int k = 0; k < spectrum.bins(); k++) {
      outside += Math.abs(spectrum.frequency(k)) > band / 2 ? spectrum.density(k) : 0;
    }
    double power = spectrum.meanPower() / spectrum.spacing();
    assertThat(outside).isLessThanOrEqualTo(share * power);
    double narrower = 0;
    for (int k = 0; k < spectrum.bins(); k++) {
      boolean beyond = Math.abs(spectrum.frequency(k)) > band / 2 - spectrum.spacing();
      narrower += beyond ? spectrum.density(k) : 0;
    }
    assertThat(narrower).isGreaterThan(share * power);
  }
}
