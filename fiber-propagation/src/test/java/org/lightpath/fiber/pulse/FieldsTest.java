package org.lightpath.fiber.pulse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lightpath.core.field.ComplexField;
import org.lightpath.fiber.Polarisation;
import org.lightpath.fiber.TimeGrid;

class FieldsTest {
  private static final TimeGrid GRID = TimeGrid.overWindow(512, 200e-12);
  private static final PulseShape GAUSSIAN = new PulseShape.Gaussian(5e-12, 0);

  private static Waveform pulse(PulseShape shape) {
    return Waveform.of(Pulse.of(shape, 2));
  }

  @Test
  void widthFactorsAreTheirClosedExpressions() {
    assertThat(PulseShape.GAUSSIAN_FWHM).isCloseTo(1.66511, within(5e-6));
    assertThat(PulseShape.SECH_FWHM).isCloseTo(1.76275, within(5e-6));
    PulseShape gaussian = PulseShape.gaussianFwhm(10e-12, 0);
    PulseShape sech = PulseShape.sechFwhm(10e-12, 0);
    double rounding = 8 * Math.ulp(1.0);
    assertThat(Math.pow(gaussian.magnitude(5e-12), 2)).isCloseTo(0.5, within(rounding));
    assertThat(Math.pow(sech.magnitude(-5e-12), 2)).isCloseTo(0.5, within(rounding));
  }

  @Test
  void positiveChirpRaisesTheFrequencyFromFrontToBack() {
    for (PulseShape shape :
        List.of(
            new PulseShape.Gaussian(5e-12, 2),
            new PulseShape.Sech(5e-12, 2),
            new PulseShape.SuperGaussian(5e-12, 2, 2))) {
      // In e^(jωt) the instantaneous frequency is +dφ/dt.
      assertThat(shape.phase(3e-12)).isGreaterThan(shape.phase(2e-12));
      assertThat(shape.phase(-3e-12)).isGreaterThan(shape.phase(-2e-12));
    }
  }

  @Test
  void detuningCentrePhaseAndPolarisationAreWhereTheySay() {
    double detuning = 3 / GRID.window();
    Pulse pulse =
        Pulse.of(GAUSSIAN, 2)
            .at(10 * GRID.spacing())
            .detunedBy(detuning)
            .withPhase(0.3)
            .polarised(new Polarisation(Math.PI / 3, Math.PI / 2));
    try (ComplexField field = Fields.sample(List.of(Waveform.of(pulse)), GRID, 2)) {
      int centre = GRID.samples() / 2 + 10;
      double rounding = 16 * Math.ulp(1.0);
      assertThat(field.re(0, 0, centre))
          .isCloseTo(Math.sqrt(0.5) * Math.cos(0.3), within(rounding));
      assertThat(field.im(0, 0, centre))
          .isCloseTo(Math.sqrt(0.5) * Math.sin(0.3), within(rounding));
      assertThat(field.re(0, 1, centre))
          .isCloseTo(-Math.sqrt(1.5) * Math.sin(0.3), within(rounding));
      assertThat(field.im(0, 1, centre))
          .isCloseTo(Math.sqrt(1.5) * Math.cos(0.3), within(rounding));
      double peak = PowerSpectrum.of(field, 0, GRID).peakFrequency();
      assertThat(peak).isCloseTo(detuning, within(1e-6 * detuning));
    }
  }

  @Test
  void aPairIsTheSumOfItsPulses() {
    Pulse one = Pulse.of(GAUSSIAN, 2);
    try (ComplexField pair = Fields.sample(List.of(Waveform.pair(one, 40e-12, 100e9, 1)), GRID, 1);
        ComplexField left =
            Fields.sample(List.of(Waveform.of(one.at(-20e-12).detunedBy(-50e9))), GRID, 1);
        ComplexField right =
            Fields.sample(
                List.of(Waveform.of(one.at(20e-12).detunedBy(50e9).withPhase(1))), GRID, 1)) {
      for (int n = 0; n < GRID.samples(); n++) {
        assertThat(pair.re(0, 0, n))
            .isCloseTo(left.re(0, 0, n) + right.re(0, 0, n), within(4 * Math.ulp(1.0)));
      }
    }
  }

  @Test
  void aShortWindowIsRefused() {
    assertThatThrownBy(() -> Fields.sample(List.of(pulse(new PulseShape.Sech(12e-12, 0))), GRID, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("window too short for its pulse")
        .hasMessageContaining("expected at most 1.00e-08")
        .hasMessageContaining("longer window");
  }

  @Test
  void aNarrowBandIsRefused() {
    TimeGrid coarse = TimeGrid.overWindow(64, 200e-12);
    assertThatThrownBy(
            () -> Fields.sample(List.of(pulse(new PulseShape.Gaussian(3e-12, 0))), coarse, 1))
        .hasMessageContaining("bandwidth too small for its pulse")
        .hasMessageContaining("smaller sample spacing");
  }

  @Test
  void aWaveMustLieOnABin() {
    Waveform on = Waveform.seededWave(1, 1e-8, 5 / GRID.window());
    Fields.sample(List.of(on), GRID, 1).close();
    Waveform off = Waveform.seededWave(1, 1e-8, 5.3 / GRID.window());
    assertThatThrownBy(() -> Fields.sample(List.of(off), GRID, 1))
        .hasMessageContaining("multiple of 1/window = 5.00000000e+09 Hz")
        .hasMessageContaining("nearest is 2.50000000e+10 Hz");
  }

  @Test
  void oneModeHasOnePolarisation() {
    Waveform tilted = Waveform.of(Pulse.of(GAUSSIAN, 1).polarised(Polarisation.Y));
    assertThatThrownBy(() -> Fields.sample(List.of(tilted), GRID, 1))
        .hasMessageContaining("use two polarisations");
  }

  @Test
  void samplesAreTakenAsTheyAre() {
    double[][] re = new double[1][GRID.samples()];
    double[][] im = new double[1][GRID.samples()];
    for (int n = 0; n < GRID.samples(); n++) {
      re[0][n] = GAUSSIAN.magnitude(GRID.time(n));
      im[0][n] = -2 * re[0][n];
    }
    try (ComplexField field = Fields.sample(List.of(new Waveform.Samples(re, im, true)), GRID, 1)) {
      assertThat(field.im(0, 0, 256)).isEqualTo(-2 * field.re(0, 0, 256)).isEqualTo(-2);
    }
    assertThatThrownBy(() -> Fields.sample(List.of(new Waveform.Samples(re, im, true)), GRID, 2))
        .hasMessageContaining("1 polarisations given, the experiment has 2");
  }

  @Test
  void lightWithWhiteNoiseMayFillWindowAndBand() {
    Random random = new Random(3);
    double[][] re = {random.doubles(GRID.samples(), -1, 1).toArray()};
    double[][] im = {random.doubles(GRID.samples(), -1, 1).toArray()};
    Fields.sample(List.of(new Waveform.Samples(re, im, false)), GRID, 1).close();
    assertThatThrownBy(() -> Fields.sample(List.of(new Waveform.Samples(re, im, true)), GRID, 1))
        .hasMessageContaining("window too short");
  }

  @Test
  void darknessIsRefused() {
    assertThatThrownBy(() -> Fields.sample(List.of(Waveform.of(Pulse.of(GAUSSIAN, 0))), GRID, 1))
        .hasMessageContaining("peak power is 0.0 W");
  }
}
