package org.lightpath.fiber.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lightpath.core.plan.TransferFunction;
import org.lightpath.fiber.Fiber;
import org.lightpath.fiber.Optics;
import org.lightpath.fiber.TimeGrid;
import org.lightpath.fiber.gn.GnSpan;

class LinkElementsTest {
  private static final double CARRIER = 193.4e12;
  private static final Fiber FIBER =
      Fiber.named("SSMF", CARRIER).attenuation(Optics.attenuationFromDecibels(0.2e-3)).build();

  @Test
  void theTwoNoiseFormulasDifferByHalfAPhoton() {
    double gain = Optics.fromDecibels(16);
    double figure = Optics.fromDecibels(4.5);
    double photon = Optics.PLANCK * CARRIER;
    double withShot = new Amplifier(gain, figure).noiseDensity(CARRIER);
    double beatOnly =
        new Amplifier(gain, figure, Amplifier.NoiseFormula.BEAT_NOISE_ONLY).noiseDensity(CARRIER);
    double emission = (figure * gain - 1) / (2 * (gain - 1));
    assertThat(withShot).isCloseTo((gain - 1) * emission * photon, within(1e-14 * withShot));
    assertThat(beatOnly - withShot).isCloseTo(photon / 2, within(1e-12 * photon));
  }

  @Test
  void oneQuadratureHoldsHalfOfOnePolarisationsPower() {
    Amplifier amplifier = new Amplifier(100, 3);
    double deviation = amplifier.noiseDeviation(CARRIER, 512e9);
    double power = amplifier.noiseDensity(CARRIER) * 512e9;
    assertThat(2 * deviation * deviation).isCloseTo(power, within(1e-14 * power));
    assertThat(Amplifier.noiseless(37.3).noiseDeviation(CARRIER, 512e9)).isZero();
  }

  @Test
  void anAmplifiedSpanIsTransparent() {
    Span span = Span.amplified(FIBER, 80e3, 4);
    assertThat(span.netGain()).isCloseTo(1, within(4 * Math.ulp(1.0)));
    assertThat(span.length()).isEqualTo(80e3);
    Link link = Link.repeated(span, 3);
    assertThat(link.length()).isEqualTo(240e3);
    double one = new Amplifier(Optics.fromDecibels(16), 4).noiseDensity(CARRIER);
    assertThat(link.noiseDensity(CARRIER, 0)).isCloseTo(3 * one, within(1e-12 * one));
  }

  /** What does not amplify does not emit; elsewhere (FG − 1)hν/2, in the link and the GN model. */
  @Test
  void theGnModelHasTheNoiseOfTheLink() {
    for (double gain : new double[] {1, 1.5, 40}) {
      for (Amplifier.NoiseFormula formula : Amplifier.NoiseFormula.values()) {
        Amplifier amplifier = new Amplifier(gain, 3, formula);
        double model =
            new GnSpan.Amplifier(gain, amplifier.measuredNoiseFigure()).noiseDensity(CARRIER);
        assertThat(model).isEqualTo(amplifier.noiseDensity(CARRIER));
        assertThat(model > 0).isEqualTo(gain > 1);
      }
    }
  }

  /** The signal passes every filter, the noise of an amplifier those behind it. */
  @Test
  void signalAndNoisePassTheFilters() {
    OpticalFilter filter = new OpticalFilter(new OpticalFilter.SuperGaussian(4), 0, 60e9);
    FiberSection section = new FiberSection(FIBER, 80e3);
    Amplifier amplifier = new Amplifier(1 / section.transmission(), 4);
    Link link = Link.repeated(Span.of(section, amplifier, filter), 2);
    double one = amplifier.noiseDensity(CARRIER);
    double rounding = 16 * Math.ulp(1.0);
    // At the edge each filter passes half; in the middle all.
    assertThat(link.netGain(30e9)).isCloseTo(0.25, within(rounding));
    assertThat(link.filterTransmission(30e9)).isCloseTo(0.25, within(rounding));
    assertThat(link.noiseDensity(CARRIER, 30e9) / one).isCloseTo(0.75, within(rounding));
    assertThat(link.netGain(0)).isCloseTo(1, within(rounding));
    assertThat(link.noiseDensity(CARRIER, 0) / one).isCloseTo(2, within(rounding));
  }

  @Test
  void theProfileFallsInFibreAndJumpsAtPoints() {
    Link link =
        new Link(
            List.of(
                Span.of(new LumpedLoss(0.5), new FiberSection(FIBER, 50e3), new Amplifier(20, 4))));
    List<Link.GainPoint> profile = link.gainProfile(2);
    double rounding = 8 * Math.ulp(1.0);
    assertThat(profile)
        .extracting(Link.GainPoint::position)
        .containsExactly(0.0, 0.0, 25e3, 50e3, 50e3);
    assertThat(profile.get(1).gain()).isEqualTo(0.5);
    assertThat(profile.get(2).gain()).isCloseTo(0.5 * Optics.fromDecibels(-5), within(rounding));
    assertThat(profile.get(3).gain()).isCloseTo(0.05, within(rounding));
    assertThat(profile.get(4).gain()).isCloseTo(1, within(20 * rounding));
  }

  @Test
  void everyFilterPassesHalfThePowerAtItsEdgeAndSitsAtItsCentre() {
    List<OpticalFilter.Shape> shapes =
        List.of(
            new OpticalFilter.SuperGaussian(1),
            new OpticalFilter.SuperGaussian(4),
            new OpticalFilter.Rectangular(),
            new OpticalFilter.RaisedCosine(0.3));
    TimeGrid grid = new TimeGrid(400, 2.5e-12); // bins of 1 GHz over 400 GHz
    for (OpticalFilter.Shape shape : shapes) {
      TransferFunction h = new OpticalFilter(shape, 50e9, 40e9).transfer(grid);
      assertThat(h.re(50)).isEqualTo(1);
      assertThat(h.re(30) * h.re(30)).isCloseTo(0.5, within(16 * Math.ulp(1.0)));
      assertThat(h.re(70) * h.re(70)).isCloseTo(0.5, within(16 * Math.ulp(1.0)));
      assertThat(h.re(45)).isGreaterThan(h.re(29));
      assertThat(h.re(350)).isLessThan(2e-4); // −50 GHz: 2^(−25/2)
      assertThat(h.im(50)).isZero();
    }
    OpticalFilter wide = new OpticalFilter(new OpticalFilter.Rectangular(), 190e9, 40e9);
    assertThatThrownBy(() -> wide.transfer(grid))
        .hasMessageContaining("passband reaches 2.10000e+11 Hz");
  }

  @Test
  void aRaisedCosineFallsOverItsRollOff() {
    OpticalFilter filter = new OpticalFilter(new OpticalFilter.RaisedCosine(0.2), 0, 100e9);
    assertThat(filter.magnitude(39.9e9)).isEqualTo(1);
    assertThat(Math.pow(filter.magnitude(45e9), 2))
        .isCloseTo(0.5 * (1 + Math.sin(Math.PI / 4)), within(16 * Math.ulp(1.0)));
    assertThat(filter.magnitude(-60.1e9)).isZero();
  }

  @Test
  void wrongNumbersAreRefused() {
    assertThatThrownBy(() -> new Amplifier(0.5, 4)).hasMessageContaining("use a lumped loss");
    assertThatThrownBy(() -> new Amplifier(2, 0.4)).hasMessageContaining("negative noise");
    assertThatThrownBy(() -> new LumpedLoss(1.5)).hasMessageContaining("transmission is 1.5");
    assertThatThrownBy(() -> new FiberSection(FIBER, -50e3))
        .hasMessageContaining("length is -50000.0 m");
    assertThatThrownBy(() -> new OpticalFilter(new OpticalFilter.Rectangular(), 0, 0))
        .hasMessageContaining("bandwidth is 0.0 Hz");
  }
}
