package org.lightpath.fiber.transceiver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lightpath.core.field.ComplexField;
import org.lightpath.core.field.Precision;
import org.lightpath.fiber.Optics;

/** White noise of known density: what the receiver must measure is known in closed form. */
class NoisyReceptionTest {
  private static final PulseShape PULSE = new PulseShape.RootRaisedCosine(0.1);
  private static final int SYMBOLS = 16_384;
  private static final int SAMPLES = 40_960;
  private static final ReceiverSpec SYMBOLS_ONLY =
      new ReceiverSpec(
          new CarrierRecovery.ConstantPhase(), false, false, ReceiverSpec.Capture.none());
  private static final double POWER = 1e-3;

  /** Variance per sample and mode that leaves an SNR: SNR = (P/2)·(N/S)/σ². */
  private static double variance(double snr) {
    return POWER / 2 * SAMPLES / SYMBOLS / snr;
  }

  private static ChannelResult receive(ModulationFormat format, double snr, long seed) {
    Transmitter transmitter =
        new Transmitter(TestSignals.spec(1, 0, Waveform.dual(format, PULSE), SYMBOLS, SAMPLES));
    Launch launch = new Launch(POWER, seed);
    try (ComplexField field = transmitter.emit(List.of(launch), Precision.DOUBLE)) {
      TestSignals.addNoise(field, variance(snr), seed);
      return new Receiver(transmitter, SYMBOLS_ONLY, AccumulatedDispersion.none())
          .receive(field, 0, launch, 0);
    }
  }

  @ParameterizedTest
  @CsvSource({"QPSK,5", "QPSK,9", "QAM16,12", "QAM16,17", "QAM64,16", "QAM64,22", "GAUSSIAN,15"})
  void signalToNoiseRatioIsMeasured(ModulationFormat format, double snrDecibels) {
    double snr = Optics.fromDecibels(snrDecibels);
    ChannelResult result = receive(format, snr, 1);
    // Noise energy of 2S complex samples: relative deviation 1/√(2S); h adds 1/√(2S·SNR). The
    // energy
    // of the symbols drawn does not enter: the power of the wave is set exactly.
    double tolerance = 4 * (1 + 1 / Math.sqrt(snr)) / Math.sqrt(2.0 * SYMBOLS);
    assertThat(result.quality().snr() / snr).isCloseTo(1, within(tolerance));
    for (PolarisationResult polarisation : result.polarisations()) {
      assertThat(polarisation.quality().snr() / snr).isCloseTo(1, within(Math.sqrt(2) * tolerance));
    }
    // Noise of density σ² over a band of (1 + ρ)R out of N/T, in two modes, beside the signal.
    double noise = 2 * variance(snr) * 1.1 * SYMBOLS / SAMPLES;
    assertThat((result.receivedPower() - POWER) / noise)
        .isCloseTo(1, within(4 * Math.sqrt((1 + 2 * snr) / (2.2 * SYMBOLS))));
  }

  @ParameterizedTest
  @CsvSource({"QPSK,5", "QPSK,9", "QAM16,12", "QAM16,15", "QAM64,16", "QAM64,20"})
  void errorRatioIsThatOfWhiteNoise(ModulationFormat format, double snrDecibels) {
    double snr = Optics.fromDecibels(snrDecibels);
    BitQuality bits = receive(format, snr, 2).bits().orElseThrow();
    double expected = bits.bits() * closedForm(format, snr);
    // Binomial: four deviations; errors of one symbol are nearly always single ones.
    assertThat((double) bits.errors()).isCloseTo(expected, within(4 * Math.sqrt(expected)));
    assertThat(bits.ber()).isEqualTo((double) bits.errors() / bits.bits());
    assertThat(bits.ber()).isLessThan(bits.berUpperBound());
    // From the measured SNR, which is itself off by a few per mille.
    assertThat(bits.berFromSnr() * bits.bits()).isCloseTo(expected, within(0.15 * expected));
  }

  /** One quadrature of L levels, ½erfc of the distances written out by hand for each L. */
  private static double closedForm(ModulationFormat format, double snr) {
    return switch (format) {
      case QPSK -> tail(snr / 2, 1);
      case QAM16 -> (3 * tail(snr / 10, 1) + 2 * tail(snr / 10, 3) - tail(snr / 10, 5)) / 4;
      case QAM64 ->
          (7 * tail(snr / 42, 1)
                  + 6 * tail(snr / 42, 3)
                  - tail(snr / 42, 5)
                  + tail(snr / 42, 9)
                  - tail(snr / 42, 13))
              / 12;
      case GAUSSIAN -> throw new IllegalArgumentException("no bits");
    };
  }

  /** ½ erfc(k √x). */
  private static double tail(double x, int k) {
    return ErrorFunction.erfc(k * Math.sqrt(x)) / 2;
  }

  @ParameterizedTest
  @CsvSource({"QPSK,3", "QPSK,8", "QAM16,8", "QAM16,14", "QAM64,10", "QAM64,19"})
  void informationRatesMatchQuadrature(ModulationFormat format, double snrDecibels) {
    double snr = Optics.fromDecibels(snrDecibels);
    BitQuality bits = receive(format, snr, 3).bits().orElseThrow();
    int levels = 1 << (format.bitsPerSymbol() / 2);
    double[] gmi = new PamRates(levels, snr).bitMetric();
    double[] mi = new PamRates(levels, snr).symbolMetric();
    // Two quadratures a symbol, 2S symbols: four deviations of the mean, computed by quadrature.
    double samples = 2.0 * SYMBOLS;
    assertThat(bits.gmi()).isCloseTo(2 * gmi[0], within(4 * Math.sqrt(2 * gmi[1] / samples)));
    assertThat(bits.mi()).isCloseTo(2 * mi[0], within(4 * Math.sqrt(2 * mi[1] / samples)));
    assertThat(bits.mi()).isGreaterThanOrEqualTo(bits.gmi() - 1e-12);
  }

  /**
   * Mean and variance [bit, bit²] of the information density of one quadrature, by the trapezoidal
   * rule over ±9 deviations of the noise: for such integrands it converges exponentially.
   */
  private record PamRates(int levels, double snr) {
    double[] bitMetric() {
      return integrate(
          (sent, weights) ->
              IntStream.iterate(1, bit -> bit < levels, bit -> bit << 1)
                  .mapToDouble(
                      bit ->
                          1
                              + log2(
                                  sum(weights, i -> ((label(i) ^ label(sent)) & bit) == 0)
                                      / sum(weights, i -> true)))
                  .sum());
    }

    double[] symbolMetric() {
      double bits = log2(levels);
      return integrate((sent, weights) -> bits + log2(weights[sent] / sum(weights, i -> true)));
    }

    private double[] integrate(Density density) {
      double unit = Math.sqrt(1.5 / ((double) levels * levels - 1));
      double deviation = Math.sqrt(0.5 / snr);
      double step = 0.02;
      double mean = 0;
      double square = 0;
      for (int sent = 0; sent < levels; sent++) {
        for (double n = -9; n <= 9; n += step) {
          double y = (2 * sent - levels + 1) * unit + n * deviation;
          double[] weights = new double[levels];
          for (int i = 0; i < levels; i++) {
            double distance = (y - (2 * i - levels + 1) * unit) / deviation;
            weights[i] = Math.exp(-distance * distance / 2);
          }
          double value = density.of(sent, weights);
          double probability = step * Math.exp(-n * n / 2) / Math.sqrt(2 * Math.PI) / levels;
          mean += probability * value;
          square += probability * value * value;
        }
      }
      return new double[] {mean, square - mean * mean};
    }

    /** Gray labels of up to eight levels, written out. */
    private static int label(int level) {
      return new int[] {0, 1, 3, 2, 6, 7, 5, 4}[level];
    }

    private static double sum(double[] weights, IntPredicate wanted) {
      return IntStream.range(0, weights.length).filter(wanted).mapToDouble(i -> weights[i]).sum();
    }

    private static double log2(double x) {
      return Math.log(x) / Math.log(2);
    }

    private interface Density {
      double of(int sent, double[] weights);
    }
  }

  @Test
  void blindPhaseSearchFollowsTheLaser() {
    double linewidth = 1e6;
    double snr = Optics.fromDecibels(20);
    Waveform waveform =
        new Waveform(ModulationFormat.QAM16, PULSE, Polarisations.DUAL, new Laser(linewidth, 0));
    Transmitter transmitter = new Transmitter(TestSignals.spec(1, 0, waveform, SYMBOLS, SAMPLES));
    int half = 16;
    ReceiverSpec search =
        new ReceiverSpec(
            new CarrierRecovery.BlindPhaseSearch(64, half),
            false,
            false,
            ReceiverSpec.Capture.none());
    Launch launch = new Launch(POWER, 9);
    try (ComplexField field = transmitter.emit(List.of(launch), Precision.DOUBLE)) {
      TestSignals.addNoise(field, variance(snr), 9);
      ChannelResult tracked =
          new Receiver(transmitter, search, AccumulatedDispersion.none())
              .receive(field, 0, launch, 0);
      // Phase errors left [rad²]: the walk inside a window, σ²W/6 with σ² = 2πΔν/R; the noise,
      // averaged over 2W + 1 symbols; the grid of test phases. Doubled, since decisions err too.
      double walk = 2 * Math.PI * linewidth / TestSignals.RATE * half / 6;
      double averaged = 1 / (2 * snr * (2 * half + 1));
      double grid = Math.pow(Math.PI / 2 / 64, 2) / 12;
      double noise = 1 / snr + 2 * (walk + averaged + grid);
      assertThat(tracked.quality().snr()).isGreaterThan((1 - 4 / Math.sqrt(2.0 * SYMBOLS)) / noise);
      assertThat(tracked.bits().orElseThrow().ber()).isLessThan(1e-4);
      ChannelResult untracked = TestSignals.receiver(transmitter).receive(field, 0, launch, 0);
      assertThat(untracked.quality().snr()).isLessThan(tracked.quality().snr() / 10);
    }
  }

  @Test
  void blindPhaseSearchResolvesTheQuarterTurnOnce() {
    Transmitter transmitter =
        new Transmitter(
            TestSignals.spec(1, 0, Waveform.dual(ModulationFormat.QPSK, PULSE), SYMBOLS, SAMPLES));
    ReceiverSpec search =
        new ReceiverSpec(
            new CarrierRecovery.BlindPhaseSearch(32, 8),
            false,
            false,
            ReceiverSpec.Capture.forPlots());
    Launch launch = new Launch(POWER, 4);
    try (ComplexField field = transmitter.emit(List.of(launch), Precision.DOUBLE)) {
      // A quarter turn and a bit: without the known symbols every decision would be wrong.
      turn(field, Math.PI / 2 + 0.2);
      ChannelResult result =
          new Receiver(transmitter, search, AccumulatedDispersion.none())
              .receive(field, 0, launch, 0);
      assertThat(result.bits().orElseThrow().errors()).isZero();
      assertThat(result.quality().snrDecibels()).isGreaterThan(250);
    }
  }

  private static void turn(ComplexField field, double angle) {
    double c = Math.cos(angle);
    double s = Math.sin(angle);
    for (int mode = 0; mode < 2; mode++) {
      for (int n = 0; n < SAMPLES; n++) {
        double re = field.re(0, mode, n);
        double im = field.im(0, mode, n);
        field.set(0, mode, n, re * c - im * s, re * s + im * c);
      }
    }
  }
}
