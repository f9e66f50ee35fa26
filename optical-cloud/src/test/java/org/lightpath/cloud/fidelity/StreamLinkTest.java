package org.lightpath.cloud.fidelity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lightpath.core.engine.Engine;
import org.lightpath.core.engine.EngineOptions;
import org.lightpath.core.engine.Engines;
import org.lightpath.core.field.Precision;
import org.lightpath.fiber.Optics;
import org.lightpath.fiber.link.FiberSection;
import org.lightpath.fiber.link.Link;
import org.lightpath.fiber.link.Span;

class StreamLinkTest {
  private static final float[] VALUES = StreamLink.uniform(5, 4000);

  private static Engine engine;

  @BeforeAll
  static void open() {
    engine = Engines.open("cpu", EngineOptions.DEFAULT);
  }

  @AfterAll
  static void close() {
    engine.close();
  }

  private static StreamLink link(StreamSpec spec, Precision precision) {
    return new StreamLink(engine, spec, precision, 9);
  }

  /** Σ_s a_ks p_s with the pulse p of unit energy: (re, im) of each symbol. */
  private static double[][] matched(StreamSpec spec, float[] received) {
    int samples = spec.shape().samplesPerSymbol();
    double[] pulse = new StreamTransmitter(spec, true, 0).pulse()[2];
    double[][] symbols = new double[received.length / (2 * samples)][2];
    for (int k = 0; k < symbols.length; k++) {
      for (int s = 0; s < samples; s++) {
        double p = pulse[s] / Math.sqrt(samples);
        symbols[k][0] += p * received[2 * (k * samples + s)];
        symbols[k][1] += p * received[2 * (k * samples + s) + 1];
      }
    }
    return symbols;
  }

  private static double[] noise(StreamSpec spec) {
    float[] received = link(spec, Precision.SINGLE).transmit(VALUES, 4, 3);
    double inPhase = 0;
    double quadrature = 0;
    double[][] symbols = matched(spec, received);
    for (int k = 0; k < VALUES.length; k++) {
      inPhase += Math.pow(symbols[k][0] - VALUES[k], 2) / VALUES.length;
      quadrature += Math.pow(symbols[k][1], 2) / VALUES.length;
    }
    return new double[] {inPhase, quadrature};
  }

  @Test
  void anIdealLinkReturnsTheSymbols() {
    StreamSpec spec = Streams.local();
    for (Precision precision : Precision.values()) {
      double[][] symbols = matched(spec, link(spec, precision).transmit(VALUES, 4, 3));
      for (int k = 0; k < VALUES.length; k++) {
        // Gaussians of neighbours reach into a slot: 2 exp(−1/(4·0.18²)) = 9e-4 at most, and
        // what of them lies outside the slot misses: as much again.
        assertThat(symbols[k][0]).isCloseTo(VALUES[k], within(2e-3));
        assertThat(symbols[k][1]).isCloseTo(0, within(1e-6));
      }
    }
  }

  @Test
  void pilotsTakeOffLossPhaseAndDelay() {
    // Polarisation x falls 50 ps behind the mean of both: four samples of 12.5 ps.
    FiberSection section = new FiberSection(Streams.GLASS, 1000, 100e-12 / 1000);
    StreamSpec spec =
        Streams.local()
            .withNeighbours(new Neighbours(0, 0, 2))
            .withPath(StreamPath.of(new Link(List.of(Span.of(section))), Streams.FILTER, 193.4e12));
    StreamCalibration pilots = link(spec, Precision.DOUBLE).calibration();
    assertThat(pilots.delay()).isEqualTo(4);
    double amplitude = Math.hypot(pilots.gainRe(), pilots.gainIm());
    // 0.2 dB over 1 km; the filter takes a little more from the pulses' wings.
    assertThat(20 * Math.log10(amplitude)).isBetween(-0.5, -0.2 + 1e-6);
    assertThat(10 * Math.log10(noise(spec)[0] * 3)).isLessThan(-45);
  }

  @Test
  void amplifierNoiseIsThatOfTheLink() {
    double power = Optics.fromDbm(-20);
    Link link = Streams.link(2, 30e3, 1);
    StreamSpec spec = Streams.through(link, -20);
    double[] found = noise(spec);
    // A matched filter of unit energy takes S in each polarisation, half of it in phase; a symbol
    // at full scale has the energy P/R.
    double density = link.noiseDensity(Streams.CARRIER, 0);
    double expected = density / 2 * Streams.RATE / power;
    // 4,000 symbols: the variance is known to √(2/4000) = 2.2 %; four of them. The filter damps
    // the wings of the pulse's band.
    assertThat(found[0]).isCloseTo(expected, within(0.1 * expected));
    assertThat(found[1]).isCloseTo(expected, within(0.1 * expected));
  }

  @Test
  void laserPhaseFollowsItsLaw() {
    for (double loop : new double[] {1, 10, 2000}) {
      StreamLight light =
          StreamLight.of(1e-3).withLaser(0.002 * Streams.RATE / loop, loop / Streams.RATE);
      double variance = 2 * Math.PI * 0.002;
      assertThat(light.phaseVariance()).isCloseTo(variance, within(1e-12));
      StreamTransmitter sender = new StreamTransmitter(Streams.local().withLight(light), true, 0);
      double sum = 0;
      int windows = 4000;
      for (int w = 0; w < windows; w++) {
        double[] phase = sender.residualPhase(w);
        // Start and middle of windows: independent from window to window.
        sum += (phase[0] * phase[0] + phase[2500] * phase[2500]) / (2 * windows);
      }
      // At least 4,000 independent phases: four times √(2/4000).
      assertThat(sum).isCloseTo(variance, within(0.09 * variance));
    }
  }

  @Test
  void drawsDoNotDependOnThreadsBatchesOrEarlierStreams() {
    StreamSpec spec =
        Streams.through(Streams.link(1, 20e3, 0), -10)
            .withNeighbours(new Neighbours(1, 30e9, 2))
            .withLight(StreamLight.of(1e-4).withLaser(1e6, 1e-9));
    StreamLink one = link(spec, Precision.SINGLE);
    one.transmit(VALUES, 2, 1);
    float[] second = one.transmit(VALUES, 2, 2);
    try (Engine single = Engines.open("cpu", new EngineOptions(0, 1))) {
      StreamLink other = new StreamLink(single, spec, Precision.SINGLE, 9);
      assertThat(other.transmit(VALUES, 2, 2)).isEqualTo(second);
      assertThat(other.transmit(VALUES, 2, 3)).isNotEqualTo(second);
    }
  }

  @Test
  void refusesWhatTheWindowCannotHold() {
    Link far = Streams.link(10, 80e3, 0);
    assertThatThrownBy(() -> link(Streams.through(far, 0), Precision.SINGLE))
        .hasMessageContaining("guard symbols");
    StreamSpec wide = Streams.local().withNeighbours(new Neighbours(2, 50e9, 1));
    assertThatThrownBy(() -> link(wide, Precision.SINGLE)).hasMessageContaining("samples");
    assertThatThrownBy(
            () -> new StreamPath(Optional.empty(), Optional.empty(), 0, StreamPath.STEPS))
        .hasMessageContaining("carrier");
  }
}
