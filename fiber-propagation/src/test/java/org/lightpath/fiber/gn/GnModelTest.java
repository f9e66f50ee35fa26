package org.lightpath.fiber.gn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lightpath.fiber.Optics;

class GnModelTest {
  private static final double CARRIER = Optics.SPEED_OF_LIGHT / 1550e-9;
  private static final double RATE = 32e9;
  private static final double SPACING = 37.5e9;
  private static final double ATTENUATION = Optics.attenuationFromDecibels(0.2e-3);
  private static final double BETA2 =
      -17e-6 * 1550e-9 * 1550e-9 / (2 * Math.PI * Optics.SPEED_OF_LIGHT);
  private static final double GAMMA = 1.3e-3;

  private static final GnModel ASINH = new AsinhGnModel();
  private static final GnModel COHERENT =
      new IntegralGnModel(IntegralGnModel.Accumulation.COHERENT);
  private static final GnModel INCOHERENT =
      new IntegralGnModel(IntegralGnModel.Accumulation.INCOHERENT);

  private static GnSpan span() {
    return GnSpan.transparent(100e3, ATTENUATION, BETA2, GAMMA, Optics.fromDecibels(5));
  }

  private static GnLink link(int channels, int spans, GnPolarisation polarisation) {
    return new GnLink(
        CARRIER,
        GnChannel.comb(channels, SPACING, RATE, Optics.fromDbm(-4)),
        Collections.nCopies(spans, span()),
        polarisation);
  }

  /** a_NL in dB of mW⁻². */
  private static double coefficient(GnModel model, GnLink link, int channel) {
    return Optics.toDecibels(model.evaluate(link, channel).nonlinearCoefficient() * 1e-6);
  }

  /** Serena and Bononi, J. Lightwave Technol. 33:1459, 2015, section III: the link of Fig. 3. */
  @Test
  void closedFormGivesThePublishedCoefficient() {
    // The value is known to two decimals.
    assertThat(coefficient(ASINH, link(15, 5, GnPolarisation.DUAL), 7))
        .isCloseTo(-23.30, within(0.005));
  }

  /**
   * Independent of the code under test: density summed over a grid of frequency pairs, efficiency
   * summed over z. Two channels, two unlike spans, the second one at a lower power.
   */
  @Test
  void integralAgreesWithSummationOverFrequenciesAndLength() {
    double quarter = RATE / 4;
    List<GnChannel> comb =
        List.of(
            new GnChannel(-5 * quarter / 2, RATE, 1e-3),
            new GnChannel(5 * quarter / 2, RATE, 2e-3));
    double half = Math.exp(ATTENUATION * 60e3) / 2;
    List<GnSpan> spans =
        List.of(
            new GnSpan(60e3, ATTENUATION, -2e-27, 1.3e-3, new GnSpan.Amplifier(half, 0)),
            new GnSpan(40e3, 0.8 * ATTENUATION, -3e-27, 2e-3, new GnSpan.Amplifier(1, 0)));
    GnLink link = new GnLink(CARRIER, comb, spans, GnPolarisation.DUAL);
    double coarse = summed(link, 16);
    double fine = summed(link, 32);
    // The sums have converged below the interpolation error of the code under test, which is
    // (2π/16)⁴/384 = 6e-5 of the oscillating part of F, itself a tenth of F or less.
    assertThat(fine / coarse).isCloseTo(1, within(1e-6));
    assertThat(COHERENT.nonlinearDensity(link, 1) / fine).isCloseTo(1, within(6e-6));
  }

  /**
   * Reference formula for channel 1 with cells of R/(2·perHalf), aligned with the channels' edges.
   */
  private static double summed(GnLink link, int perHalf) {
    double cell = RATE / 2 / perHalf;
    int reach = 6 * perHalf;
    double sum = 0;
    for (int i = -reach; i < reach; i++) {
      for (int j = -reach; j < reach; j++) {
        double x = (i + 0.5) * cell;
        double y = (j + 0.5) * cell;
        double third = 0.5 * (density(link, x + y - cell / 4) + density(link, x + y + cell / 4));
        double product = density(link, x) * density(link, y) * third;
        sum += product == 0 ? 0 : product * efficiency(link.spans(), x * y, 8 * perHalf);
      }
    }
    return 16.0 / 27.0 * sum * cell * cell;
  }

  private static double density(GnLink link, double fromChannel1) {
    double frequency = link.channels().get(1).frequency() + fromChannel1;
    double sum = 0;
    for (GnChannel channel : link.channels()) {
      boolean inside = Math.abs(frequency - channel.frequency()) < channel.symbolRate() / 2;
      sum += inside ? channel.power() / channel.symbolRate() : 0;
    }
    return sum;
  }

  private static double efficiency(List<GnSpan> spans, double u, int steps) {
    double re = 0;
    double im = 0;
    double phase = 0;
    double power = 1;
    for (GnSpan span : spans) {
      double dz = span.length() / steps;
      double mismatch = 4 * Math.PI * Math.PI * span.beta2() * u;
      for (int k = 0; k < steps; k++) {
        double z = (k + 0.5) * dz;
        double weight = power * span.gamma() * Math.exp(-span.attenuation() * z) * dz;
        re += weight * Math.cos(phase + mismatch * z);
        im += weight * Math.sin(phase + mismatch * z);
      }
      phase += mismatch * span.length();
      power *= span.amplifier().gain() * Math.exp(-span.attenuation() * span.length());
    }
    return re * re + im * im;
  }

  @Test
  void integralReproducesItsValueOnThePublishedLink() {
    // Second implementation: table of 4e6 points, linear interpolation, other panels. It agrees to
    // 3e-4 dB, its own interpolation error.
    GnLink link = link(15, 5, GnPolarisation.DUAL);
    assertThat(coefficient(INCOHERENT, link, 7)).isCloseTo(-23.48164, within(3e-4));
    assertThat(coefficient(COHERENT, link, 7)).isCloseTo(-23.05764, within(3e-4));
    // Published Monte-Carlo split step, Gaussian symbols: -23.5 dB, given to 0.1 dB; the model is
    // known to lie up to 0.6 dB above simulations.
    assertThat(coefficient(COHERENT, link, 7)).isBetween(-23.5 - 0.05, -23.5 + 0.6);
  }

  @Test
  void theCombIsSymmetric() {
    GnLink link = link(6, 2, GnPolarisation.DUAL);
    for (GnModel model : List.of(ASINH, COHERENT, INCOHERENT)) {
      double lowest = model.nonlinearDensity(link, 0);
      assertThat(model.nonlinearDensity(link, 5) / lowest).isCloseTo(1, within(1e-12));
      assertThat(model.nonlinearDensity(link, 2)).isGreaterThan(lowest);
    }
  }

  @Test
  void orderOfTheChannelsInTheListDoesNotMatter() {
    GnLink link = link(5, 1, GnPolarisation.DUAL);
    List<GnChannel> turned = new ArrayList<>(link.channels());
    Collections.rotate(turned, 2);
    GnLink other = new GnLink(CARRIER, turned, link.spans(), GnPolarisation.DUAL);
    assertThat(COHERENT.nonlinearDensity(other, 2)).isEqualTo(COHERENT.nonlinearDensity(link, 0));
  }

  @Test
  void scalarEquationGives27EighthsOfTheNoise() {
    for (GnModel model : List.of(ASINH, COHERENT, INCOHERENT)) {
      double dual = coefficient(model, link(3, 2, GnPolarisation.DUAL), 1);
      double scalar = coefficient(model, link(3, 2, GnPolarisation.SCALAR), 1);
      assertThat(scalar - dual).isCloseTo(10 * Math.log10(27.0 / 8.0), within(1e-12));
    }
  }

  @Test
  void incoherentSpansAddAndCoherentOnesAddMore() {
    GnLink one = link(3, 1, GnPolarisation.DUAL);
    GnLink four = link(3, 4, GnPolarisation.DUAL);
    assertThat(ASINH.nonlinearDensity(four, 1) / ASINH.nonlinearDensity(one, 1))
        .isCloseTo(4, within(1e-13));
    assertThat(INCOHERENT.nonlinearDensity(four, 1) / INCOHERENT.nonlinearDensity(one, 1))
        .isCloseTo(4, within(1e-13));
    assertThat(COHERENT.nonlinearDensity(four, 1))
        .isGreaterThan(INCOHERENT.nonlinearDensity(four, 1));
    assertThat(COHERENT.nonlinearDensity(one, 1)).isEqualTo(INCOHERENT.nonlinearDensity(one, 1));
  }

  @Test
  void aSpanAtHalfThePowerAddsAQuarter() {
    GnSpan full = span();
    GnSpan weak =
        new GnSpan(
            100e3,
            ATTENUATION,
            BETA2,
            GAMMA,
            new GnSpan.Amplifier(full.amplifier().gain() / 2, full.amplifier().noiseFigure()));
    GnLink link =
        new GnLink(
            CARRIER,
            GnChannel.comb(3, SPACING, RATE, 1e-3),
            List.of(weak, full),
            GnPolarisation.DUAL);
    GnLink one = new GnLink(CARRIER, link.channels(), List.of(full), GnPolarisation.DUAL);
    for (GnModel model : List.of(ASINH, INCOHERENT)) {
      assertThat(model.nonlinearDensity(link, 1) / model.nonlinearDensity(one, 1))
          .isCloseTo(1.25, within(1e-13));
    }
  }

  @Test
  void amplifierNoiseIsThatOfBothPolarisationsReferredToTheInput() {
    double gain = Optics.fromDecibels(20);
    double noiseFigure = Optics.fromDecibels(5);
    double each = (gain * noiseFigure - 1) * Optics.PLANCK * CARRIER / 2;
    GnResult result = ASINH.evaluate(link(1, 5, GnPolarisation.DUAL), 0);
    assertThat(result.amplifierNoise() / (5 * 2 * each * RATE)).isCloseTo(1, within(1e-12));
    GnResult scalar = ASINH.evaluate(link(1, 5, GnPolarisation.SCALAR), 0);
    assertThat(scalar.amplifierNoise() / result.amplifierNoise()).isCloseTo(0.5, within(1e-15));
  }

  @Test
  void amplifierNoiseBehindAPowerLossCountsMore() {
    double loss = Math.exp(-ATTENUATION * 100e3);
    GnSpan weak = new GnSpan(100e3, ATTENUATION, BETA2, GAMMA, new GnSpan.Amplifier(0.5 / loss, 4));
    GnSpan full = new GnSpan(100e3, ATTENUATION, BETA2, GAMMA, new GnSpan.Amplifier(1 / loss, 3));
    List<GnChannel> comb = GnChannel.comb(1, SPACING, RATE, 1e-3);
    GnLink link = new GnLink(CARRIER, comb, List.of(weak, full), GnPolarisation.DUAL);
    double photon = Optics.PLANCK * CARRIER * RATE;
    // Signal and noise leave at half of the launch power: referred to the input, noise doubles.
    double expected = ((0.5 / loss * 4 - 1) + (1 / loss * 3 - 1)) * photon / 0.5;
    assertThat(ASINH.evaluate(link, 0).amplifierNoise() / expected).isCloseTo(1, within(1e-13));
  }

  /** The mean of the oscillating efficiency stands in for it beyond the table. */
  @Test
  void tailOfTheEfficiencyContinuesTheTable() {
    GnSpan strong = new GnSpan(20e3, ATTENUATION, -2e-26, 1e-3, new GnSpan.Amplifier(1, 0));
    GnSpan weak = new GnSpan(30e3, 2 * ATTENUATION, -1e-26, 2e-3, new GnSpan.Amplifier(1, 0));
    for (IntegralGnModel.Accumulation accumulation : IntegralGnModel.Accumulation.values()) {
      MixingEfficiency efficiency = new MixingEfficiency(List.of(strong, weak), accumulation);
      double limit = 2000 * 2 * ATTENUATION / (4 * Math.PI * Math.PI * 1e-26);
      double from = 1.001 * limit;
      double to = 2 * limit;
      int steps = 400_000;
      double step = (to - from) / steps;
      double sum = 0;
      for (int i = 0; i < steps; i++) {
        sum += efficiency.density(from + (i + 0.5) * step) * step;
      }
      // The oscillation leaves one period out of this many, at each end.
      double periods = (to - from) * 2 * Math.PI * 2e-26 * 20e3;
      assertThat((efficiency.integral(to) - efficiency.integral(from)) / sum)
          .isCloseTo(1, within(2 / periods));
    }
  }

  @Test
  void optimumPowerGivesTheLargestSnr() {
    GnLink link = link(5, 10, GnPolarisation.DUAL);
    GnResult result = ASINH.evaluate(link, 2);
    double factor = result.optimumPower() / result.power();
    GnResult best = ASINH.evaluate(link.scaled(factor), 2);
    assertThat(best.power()).isCloseTo(result.optimumPower(), within(1e-15 * best.power() * 4));
    assertThat(best.nonlinearNoise() / best.amplifierNoise()).isCloseTo(0.5, within(1e-12));
    for (double away : new double[] {0.97, 1.03}) {
      assertThat(ASINH.evaluate(link.scaled(factor * away), 2).snr()).isLessThan(best.snr());
    }
  }

  @Test
  void noiseGrowsWithTheCubeOfThePower() {
    GnLink link = link(5, 2, GnPolarisation.DUAL);
    GnResult low = COHERENT.evaluate(link, 2);
    GnResult high = COHERENT.evaluate(link.scaled(2), 2);
    assertThat(high.nonlinearNoise() / low.nonlinearNoise()).isCloseTo(8, within(1e-13));
    assertThat(high.nonlinearSnrDecibels() - low.nonlinearSnrDecibels())
        .isCloseTo(-20 * Math.log10(2), within(1e-12));
  }

  @Test
  void everyChannelGetsALine() {
    List<GnResult> results = ASINH.evaluateAll(link(4, 2, GnPolarisation.DUAL));
    assertThat(results).extracting(GnResult::channel).containsExactly(0, 1, 2, 3);
    assertThat(results.get(3).frequency()).isEqualTo(CARRIER + 1.5 * SPACING);
  }

  @Test
  void refusesWhatTheModelCannotDescribe() {
    assertThatThrownBy(() -> GnSpan.transparent(100e3, ATTENUATION, 0, GAMMA, 3))
        .hasMessageContaining("dispersive");
    assertThatThrownBy(() -> GnSpan.transparent(100e3, 0, BETA2, GAMMA, 3))
        .hasMessageContaining("attenuation");
    assertThatThrownBy(() -> new GnChannel(0, RATE, 0)).hasMessageContaining("positive");
    assertThatThrownBy(() -> new GnLink(CARRIER, List.of(), List.of(span()), GnPolarisation.DUAL))
        .hasMessageContaining("0 channels");
  }
}
