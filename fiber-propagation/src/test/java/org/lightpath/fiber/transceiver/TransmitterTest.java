package org.lightpath.fiber.transceiver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lightpath.core.fft.Fft;
import org.lightpath.core.field.ComplexField;
import org.lightpath.core.field.FieldShape;
import org.lightpath.core.field.Precision;

class TransmitterTest {
  private static final PulseShape PULSE = new PulseShape.RootRaisedCosine(0.1);
  private static final Waveform QAM16 = Waveform.dual(ModulationFormat.QAM16, PULSE);

  @Test
  void everyChannelAndPolarisationHasItsPowerExactly() {
    List<Double> ratios = List.of(1.0, 0.5, 2.0);
    TransmitterSpec spec =
        new TransmitterSpec(
            new WdmGrid(TestSignals.CARRIER, 3, 40e9, TestSignals.RATE, ratios), QAM16, 1024, 5120);
    Transmitter transmitter = new Transmitter(spec);
    Launch launch = new Launch(1e-3, 5);
    // Sums of 1e4 squares: rounding grows with the square root of their number at most.
    double tolerance = 100 * 0x1p-52;
    try (ComplexField field = transmitter.emit(List.of(launch), Precision.DOUBLE)) {
      assertThat(field.shape()).isEqualTo(new FieldShape(1, 2, 5120));
      for (int mode = 0; mode < 2; mode++) {
        for (int channel = 0; channel < 3; channel++) {
          double expected = 0.5e-3 * ratios.get(channel);
          double found = bandPower(field, mode, spec.centreBin(channel), 640);
          assertThat(found / expected).isCloseTo(1, within(tolerance));
        }
      }
      assertThat(field.meanPower(0) / 3.5e-3).isCloseTo(1, within(tolerance));
      assertThat(transmitter.totalPower(launch)).isCloseTo(3.5e-3, within(1e-18));
    }
  }

  private static double bandPower(ComplexField field, int mode, int centre, int halfWidth) {
    int n = field.shape().samples();
    double[] re = new double[n];
    double[] im = new double[n];
    field.read(0, mode, re, im);
    new Fft(n).forward(re, im);
    double sum = 0;
    for (int k = centre - halfWidth; k <= centre + halfWidth; k++) {
      int bin = Math.floorMod(k, n);
      sum += re[bin] * re[bin] + im[bin] * im[bin];
    }
    return sum / ((double) n * n);
  }

  @Test
  void symbolsOfSeedsChannelsAndPolarisationsAreIndependent() {
    int symbols = 4096;
    Transmitter transmitter =
        new Transmitter(TestSignals.spec(4, 40e9, QAM16, symbols, 5 * symbols * 3 / 2));
    List<ComplexSamples> rows = new ArrayList<>();
    for (long seed = 1; seed <= 2; seed++) {
      for (int channel = 0; channel < 4; channel++) {
        rows.add(transmitter.symbols(seed, channel, 0));
        rows.add(transmitter.symbols(seed, channel, 1));
      }
    }
    // |Σ a b*|²/S of independent rows of unit energy is exponential of mean 1, so it exceeds 16
    // with
    // probability e^(−16); over 120 pairs and 3 lags that is 4e-5.
    for (int a = 0; a < rows.size(); a++) {
      for (int b = 0; b < a; b++) {
        for (int lag = 0; lag < 3; lag++) {
          assertThat(correlation(rows.get(a), rows.get(b), lag)).isLessThan(16);
        }
      }
      assertThat(correlation(rows.get(a), rows.get(a), 1)).isLessThan(16);
      assertThat(correlation(rows.get(a), rows.get(a), 0)).isGreaterThan(0.9 * symbols);
    }
  }

  private static double correlation(ComplexSamples a, ComplexSamples b, int lag) {
    double re = 0;
    double im = 0;
    for (int m = 0; m < a.size(); m++) {
      int n = (m + lag) % a.size();
      re += a.re(m) * b.re(n) + a.im(m) * b.im(n);
      im += a.im(m) * b.re(n) - a.re(m) * b.im(n);
    }
    return (re * re + im * im) / a.size();
  }

  @ParameterizedTest
  @EnumSource(ModulationFormat.class)
  void symbolsHaveUnitEnergyAndUseEveryPoint(ModulationFormat format) {
    int symbols = 16_384;
    Transmitter transmitter =
        new Transmitter(TestSignals.spec(1, 0, Waveform.dual(format, PULSE), symbols, 2 * symbols));
    ComplexSamples row = transmitter.symbols(3, 0, 1);
    // Var|x|² ≤ 1 for all formats (1 for the Gaussian): four deviations of the mean.
    assertThat(row.energy() / symbols).isCloseTo(1, within(4 / Math.sqrt(symbols)));
    if (format.isDiscrete()) {
      int[] counts = new int[format.constellation().size()];
      for (int label : transmitter.labels(3, 0, 1)) {
        counts[label]++;
      }
      double mean = (double) symbols / counts.length;
      for (int count : counts) {
        assertThat((double) count).isCloseTo(mean, within(5 * Math.sqrt(mean)));
      }
    }
  }

  @Test
  void aFieldDoesNotDependOnItsBatch() {
    Transmitter transmitter = new Transmitter(TestSignals.spec(2, 50e9, QAM16, 64, 420));
    Launch first = new Launch(1e-3, 11);
    Launch second = new Launch(2e-3, 12);
    try (ComplexField both = transmitter.emit(List.of(first, second), Precision.DOUBLE);
        ComplexField alone = transmitter.emit(List.of(second), Precision.DOUBLE);
        ComplexField single = transmitter.emit(List.of(second), Precision.SINGLE)) {
      for (int mode = 0; mode < 2; mode++) {
        for (int n = 0; n < 420; n++) {
          assertThat(both.re(1, mode, n)).isEqualTo(alone.re(0, mode, n));
          assertThat(both.im(1, mode, n)).isEqualTo(alone.im(0, mode, n));
          assertThat(single.re(0, mode, n)).isEqualTo((float) alone.re(0, mode, n));
        }
      }
      assertThat(both.re(0, 0, 0)).isNotEqualTo(both.re(1, 0, 0) / Math.sqrt(2));
    }
  }

  @Test
  void onlyTheAskedPolarisationsAreLit() {
    for (Polarisations polarisations : Polarisations.values()) {
      Waveform waveform = new Waveform(ModulationFormat.QPSK, PULSE, polarisations, Laser.ideal());
      Transmitter transmitter = new Transmitter(TestSignals.spec(1, 0, waveform, 64, 128));
      try (ComplexField field = transmitter.emit(List.of(new Launch(1e-3, 1)), Precision.DOUBLE)) {
        assertThat(field.shape().modes()).isEqualTo(polarisations.modes());
        assertThat(field.meanPower(0)).isCloseTo(1e-3, within(1e-17));
        if (polarisations == Polarisations.SINGLE) {
          assertThat(field.power(0, 1, 17)).isZero();
        }
      }
    }
  }

  @Test
  void evenCombsStraddleTheCarrierAndRoundingIsReported() {
    TransmitterSpec onBins = TestSignals.spec(4, 40e9, QAM16, 64, 640);
    // Bins are 0.5 GHz apart: channels at ±20 and ±60 GHz.
    assertThat(onBins.centreBin(0)).isEqualTo(-120);
    assertThat(onBins.centreBin(2)).isEqualTo(40);
    assertThat(onBins.frequency(3)).isEqualTo(TestSignals.CARRIER + 60e9);
    assertThat(onBins.largestRounding()).isZero();
    TransmitterSpec between = TestSignals.spec(2, 40.2e9, QAM16, 64, 640);
    assertThat(between.frequency(1)).isEqualTo(TestSignals.CARRIER + 20e9);
    assertThat(between.largestRounding()).isCloseTo(0.1e9, within(1.0));
  }

  @Test
  void phaseNoiseLeavesThePowerAndClosesOverTheWindow() {
    Waveform noisy =
        new Waveform(ModulationFormat.QPSK, PULSE, Polarisations.DUAL, new Laser(1e6, 0));
    TransmitterSpec spec = TestSignals.spec(1, 0, noisy, 4096, 4 * 4096);
    Transmitter transmitter = new Transmitter(spec);
    Transmitter quiet =
        new Transmitter(
            TestSignals.spec(1, 0, Waveform.dual(ModulationFormat.QPSK, PULSE), 4096, 4 * 4096));
    Launch launch = new Launch(1e-3, 1);
    try (ComplexField a = transmitter.emit(List.of(launch), Precision.DOUBLE);
        ComplexField b = quiet.emit(List.of(launch), Precision.DOUBLE)) {
      assertThat(a.meanPower(0) / 1e-3).isCloseTo(1, within(100 * 0x1p-52));
      // Both polarisations turn together, by a walk whose middle has variance 2πΔν·T/4.
      double variance = 2 * Math.PI * 1e6 * spec.timeGrid().window() / 4;
      int middle = spec.samples() / 2;
      double x = turn(a, b, 0, middle);
      assertThat(turn(a, b, 1, middle)).isCloseTo(x, within(1e-3));
      assertThat(Math.abs(x)).isBetween(1e-3, 4 * Math.sqrt(variance));
      assertThat(turn(a, b, 0, 0)).isCloseTo(0, within(1e-3));
      // One step before the window closes, the walk is one step away from its start.
      double oneStep = Math.sqrt(2 * Math.PI * 1e6 * spec.timeGrid().spacing());
      assertThat(turn(a, b, 0, spec.samples() - 1)).isCloseTo(0, within(5 * oneStep));
    }
  }

  private static double turn(ComplexField a, ComplexField b, int mode, int n) {
    return Math.IEEEremainder(
        Math.atan2(a.im(0, mode, n), a.re(0, mode, n))
            - Math.atan2(b.im(0, mode, n), b.re(0, mode, n)),
        2 * Math.PI);
  }

  @Test
  void refusesWhatTheWindowCannotHold() {
    assertThatThrownBy(() -> TestSignals.spec(1, 0, QAM16, 1024, 2 * 1024 + 2))
        .hasMessageContaining("2050")
        .hasMessageContaining("the nearest are 2048 and 2058");
    assertThatThrownBy(() -> TestSignals.spec(1, 0, QAM16, 1001, 4096))
        .hasMessageContaining("symbols: 1001");
    assertThatThrownBy(() -> TestSignals.spec(3, 50e9, QAM16, 1024, 4096))
        .hasMessageContaining("use at least 4374 samples");
    // What it suggests is enough.
    assertThat(TestSignals.spec(3, 50e9, QAM16, 1024, 4374).samples()).isEqualTo(4374);
    assertThatThrownBy(() -> TestSignals.spec(0, 50e9, QAM16, 1024, 4096))
        .hasMessageContaining("0 channels");
    assertThatThrownBy(() -> new Launch(0, 1)).hasMessageContaining("positive");
    assertThatThrownBy(() -> new Laser(-1, 0)).hasMessageContaining("linewidth");
    assertThatThrownBy(() -> new PulseShape.RootRaisedCosine(1.5)).hasMessageContaining("1.5");
    assertThatThrownBy(() -> new WdmGrid(TestSignals.CARRIER, 3, 50e9, 32e9, List.of(1.0)))
        .hasMessageContaining("1 power offsets for 3 channels");
    Transmitter transmitter = new Transmitter(TestSignals.spec(1, 0, QAM16, 64, 128));
    assertThatThrownBy(() -> transmitter.symbols(1, 1, 0)).hasMessageContaining("channel 1");
    assertThatThrownBy(() -> transmitter.symbols(1, 0, 2)).hasMessageContaining("polarisation 2");
  }
}
