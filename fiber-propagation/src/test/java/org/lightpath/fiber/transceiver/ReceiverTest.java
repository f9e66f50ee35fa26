package org.lightpath.fiber.transceiver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lightpath.core.fft.Fft;
import org.lightpath.core.field.ComplexField;
import org.lightpath.core.field.FieldShape;
import org.lightpath.core.field.Precision;
import org.lightpath.fiber.Fiber;

class ReceiverTest {
  private static final PulseShape PULSE = new PulseShape.RootRaisedCosine(0.1);
  private static final Launch LAUNCH = new Launch(1e-3, 42);
  private static final int SYMBOLS = 1024;

  static Stream<Arguments> combs() {
    return Stream.of(
        Arguments.of(1, 0.0, PULSE, 2 * SYMBOLS),
        Arguments.of(3, 37.5e9, PULSE, 5 * SYMBOLS),
        Arguments.of(4, 37.5e9, new PulseShape.RootRaisedCosine(0.01), 6 * SYMBOLS),
        Arguments.of(2, 64e9, new PulseShape.RootRaisedCosine(1), 5 * SYMBOLS),
        Arguments.of(3, 33e9, new PulseShape.Sinc(), 3645),
        Arguments.of(3, 32.03125e9, new PulseShape.Sinc(), 5 * SYMBOLS));
  }

  @ParameterizedTest
  @MethodSource("combs")
  void backToBackOnlyRoundingIsLeft(int channels, double spacing, PulseShape pulse, int samples) {
    Transmitter transmitter =
        new Transmitter(
            TestSignals.spec(
                channels, spacing, Waveform.dual(ModulationFormat.QAM64, pulse), SYMBOLS, samples));
    Receiver receiver = TestSignals.receiver(transmitter);
    try (ComplexField field = transmitter.emit(List.of(LAUNCH), Precision.DOUBLE)) {
      List<ChannelResult> results = receiver.receiveAll(field, 0, LAUNCH);
      assertThat(results).hasSize(channels);
      for (ChannelResult result : results) {
        assertThat(result.quality().snr()).isGreaterThan(TestSignals.roundingSnr(samples));
        assertThat(result.quality().snrDecibels()).isGreaterThan(250);
        assertThat(result.quality().symbols()).isEqualTo(2L * SYMBOLS);
        BitQuality bits = result.bits().orElseThrow();
        assertThat(bits.errors()).isZero();
        assertThat(bits.bits()).isEqualTo(2L * 6 * SYMBOLS);
        assertThat(bits.gmi()).isCloseTo(6, within(1e-14));
        assertThat(bits.mi()).isCloseTo(6, within(1e-14));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(ModulationFormat.class)
  void everyFormatArrives(ModulationFormat format) {
    Transmitter transmitter =
        new Transmitter(TestSignals.spec(2, 40e9, Waveform.dual(format, PULSE), SYMBOLS, 3072));
    Receiver receiver = TestSignals.receiver(transmitter);
    try (ComplexField field = transmitter.emit(List.of(LAUNCH), Precision.DOUBLE)) {
      ChannelResult result = receiver.receive(field, 0, LAUNCH, 1);
      assertThat(result.quality().snr()).isGreaterThan(TestSignals.roundingSnr(3072));
      assertThat(result.bits().isPresent()).isEqualTo(format.isDiscrete());
      assertThat(result.channel()).isEqualTo(1);
      assertThat(result.frequency()).isEqualTo(TestSignals.CARRIER + 20e9);
      assertThat(result.launchPower()).isEqualTo(1e-3);
      assertThat(result.receivedPower() / 1e-3).isCloseTo(1, within(100 * 0x1p-52));
      assertThat(receiver.powers(field, 0)).hasSize(2).element(1).isEqualTo(result.receivedPower());
      assertThat(result.withReceivedPower(2e-3).receivedPower()).isEqualTo(2e-3);
    }
  }

  @Test
  void singlePrecisionLeavesItsOwnRounding() {
    Transmitter transmitter =
        new Transmitter(
            TestSignals.spec(
                1, 0, Waveform.dual(ModulationFormat.QPSK, PULSE), SYMBOLS, 2 * SYMBOLS));
    try (ComplexField field = transmitter.emit(List.of(LAUNCH), Precision.SINGLE)) {
      double snr = TestSignals.receiver(transmitter).receive(field, 0, LAUNCH, 0).quality().snr();
      // Each stored part is off by at most u = 2⁻²⁴ relative: noise below u² of the signal, and not
      // far below (a uniform error has a third of its largest square, exponents spread over two).
      double unit = Precision.SINGLE.unitRoundoff();
      assertThat(snr).isBetween(1 / (unit * unit), 100 / (unit * unit));
    }
  }

  @ParameterizedTest
  @EnumSource(Polarisations.class)
  void everyUseOfThePolarisationsIsReceived(Polarisations polarisations) {
    Waveform waveform = new Waveform(ModulationFormat.QAM16, PULSE, polarisations, Laser.ideal());
    Transmitter transmitter =
        new Transmitter(TestSignals.spec(1, 0, waveform, SYMBOLS, 2 * SYMBOLS));
    try (ComplexField field = transmitter.emit(List.of(LAUNCH), Precision.DOUBLE)) {
      ChannelResult result = TestSignals.receiver(transmitter).receive(field, 0, LAUNCH, 0);
      assertThat(result.polarisations()).hasSize(polarisations.modulated());
      assertThat(result.quality().snr()).isGreaterThan(TestSignals.roundingSnr(2 * SYMBOLS));
    }
  }

  @Test
  void dispersionAndWalkOffAreUndoneOnEveryChannel() {
    double beta2 = -21.7e-27;
    double beta3 = 0.13e-39;
    double length = 1000e3;
    Fiber fiber = Fiber.named("test", TestSignals.CARRIER).betas(beta2, beta3).build();
    int samples = 8 * SYMBOLS;
    Transmitter transmitter =
        new Transmitter(
            TestSignals.spec(
                5, 40e9, Waveform.dual(ModulationFormat.QAM16, PULSE), SYMBOLS, samples));
    AccumulatedDispersion dispersion =
        AccumulatedDispersion.of(fiber, length / 4)
            .plus(AccumulatedDispersion.of(fiber, 3 * length / 4));
    Receiver receiver = new Receiver(transmitter, ReceiverSpec.constantPhase(), dispersion);
    try (ComplexField field = transmitter.emit(List.of(LAUNCH), Precision.DOUBLE)) {
      double largest = disperse(field, transmitter, beta2 * length, beta3 * length);
      for (ChannelResult result : receiver.receiveAll(field, 0, LAUNCH)) {
        // The phases themselves are rounded: 8 roundings of a number of this size on each side.
        double phaseError = 16 * largest * 0x1p-53;
        assertThat(result.quality().snr())
            .isGreaterThan(1 / (1 / TestSignals.roundingSnr(samples) + phaseError * phaseError));
      }
      // Without compensation nothing is left of the symbols.
      assertThat(TestSignals.receiver(transmitter).receive(field, 0, LAUNCH, 2).quality().snr())
          .isLessThan(0.1);
    }
  }

  /** Applies exp(−j(β₂ω²/2 + β₃ω³/6)L) and returns the largest phase. */
  private static double disperse(
      ComplexField field, Transmitter transmitter, double beta2L, double beta3L) {
    int n = field.shape().samples();
    Fft fft = new Fft(n);
    double[] re = new double[n];
    double[] im = new double[n];
    double largest = 0;
    for (int mode = 0; mode < field.shape().modes(); mode++) {
      field.read(0, mode, re, im);
      fft.forward(re, im);
      for (int k = 0; k < n; k++) {
        int signed = 2 * k < n ? k : k - n;
        double omega = 2 * Math.PI * signed * transmitter.spec().binSpacing();
        double phase = beta2L * omega * omega / 2 + beta3L * omega * omega * omega / 6;
        largest = Math.max(largest, Math.abs(phase));
        double c = Math.cos(phase);
        double s = Math.sin(phase);
        double r = re[k] * c + im[k] * s;
        im[k] = im[k] * c - re[k] * s;
        re[k] = r;
      }
      fft.inverse(re, im);
      field.write(0, mode, re, im);
    }
    return largest;
  }

  @Test
  void truncationLeavesInterferenceThatFallsWithTheTaps() {
    double previous = 0;
    for (int taps : new int[] {128, 513, 2048}) {
      PulseShape pulse = new PulseShape.TruncatedRootRaisedCosine(0.1, taps);
      Transmitter transmitter =
          new Transmitter(
              TestSignals.spec(
                  3, 50e9, Waveform.dual(ModulationFormat.QPSK, pulse), SYMBOLS, 8 * SYMBOLS));
      try (ComplexField field = transmitter.emit(List.of(LAUNCH), Precision.DOUBLE)) {
        double snr = TestSignals.receiver(transmitter).receive(field, 0, LAUNCH, 1).quality().snr();
        assertThat(snr).isGreaterThan(4 * previous).isLessThan(1e12);
        previous = snr;
      }
    }
    // 256 symbols long with a roll-off of 0.1: the rest of the response is below -50 dB.
    assertThat(previous).isGreaterThan(1e5);
  }

  @Test
  void aTruncatedFilterOverManySymbolsApproachesTheExactOne() {
    Waveform exact = Waveform.dual(ModulationFormat.QPSK, new PulseShape.RootRaisedCosine(0.2));
    Waveform cut =
        Waveform.dual(
            ModulationFormat.QPSK, new PulseShape.TruncatedRootRaisedCosine(0.2, 4 * SYMBOLS));
    Transmitter a = new Transmitter(TestSignals.spec(1, 0, exact, SYMBOLS, 4 * SYMBOLS));
    Transmitter b = new Transmitter(TestSignals.spec(1, 0, cut, SYMBOLS, 4 * SYMBOLS));
    try (ComplexField exactField = a.emit(List.of(LAUNCH), Precision.DOUBLE);
        ComplexField cutField = b.emit(List.of(LAUNCH), Precision.DOUBLE)) {
      // Outside S symbols the response falls as 1/(4ρ t²): its energy there is below
      // 2 ∫_{S/2}^∞ (π·4ρt²)⁻²·2 dt = 4/(3·(4πρ)²·(S/2)³).
      double bound =
          Math.sqrt(4 / (3 * Math.pow(4 * Math.PI * 0.2, 2) * Math.pow(SYMBOLS / 2.0, 3)));
      assertThat(cutField.relativeError(exactField)).isBetween(bound / 1000, bound);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {3e9, -5e9})
  void aFrequencyOffsetIsFoundAndReported(double offset) {
    Waveform waveform =
        new Waveform(ModulationFormat.QAM64, PULSE, Polarisations.DUAL, new Laser(0, offset));
    Transmitter transmitter =
        new Transmitter(TestSignals.spec(3, 50e9, waveform, SYMBOLS, 6 * SYMBOLS));
    ReceiverSpec searching =
        new ReceiverSpec(
            new CarrierRecovery.ConstantPhase(), true, false, ReceiverSpec.Capture.none());
    try (ComplexField field = transmitter.emit(List.of(LAUNCH), Precision.DOUBLE)) {
      ChannelResult found =
          new Receiver(transmitter, searching, AccumulatedDispersion.none())
              .receive(field, 0, LAUNCH, 2);
      assertThat(found.frequency()).isEqualTo(TestSignals.CARRIER + 50e9 + offset);
      assertThat(found.quality().snr()).isGreaterThan(TestSignals.roundingSnr(6 * SYMBOLS));
      assertThat(TestSignals.receiver(transmitter).receive(field, 0, LAUNCH, 2).quality().snr())
          .isLessThan(0.1);
    }
  }

  @Test
  void aRotationOfThePolarisationsIsUndoneByAlignment() {
    Transmitter transmitter =
        new Transmitter(
            TestSignals.spec(
                1, 0, Waveform.dual(ModulationFormat.QAM16, PULSE), SYMBOLS, 2 * SYMBOLS));
    ReceiverSpec aligning =
        new ReceiverSpec(
            new CarrierRecovery.ConstantPhase(), true, true, ReceiverSpec.Capture.forPlots());
    try (ComplexField field = transmitter.emit(List.of(LAUNCH), Precision.DOUBLE)) {
      rotate(field, 0.7, 1.1);
      ChannelResult aligned =
          new Receiver(transmitter, aligning, AccumulatedDispersion.none())
              .receive(field, 0, LAUNCH, 0);
      // The 2x2 system of two independent rows is solved with a condition number near 1.
      assertThat(aligned.quality().snrDecibels()).isGreaterThan(250);
      assertThat(aligned.frequency()).isEqualTo(TestSignals.CARRIER);
      assertEyeOpensAtTheSymbols(aligned.polarisations().get(1));
      assertThat(TestSignals.receiver(transmitter).receive(field, 0, LAUNCH, 0).quality().snr())
          .isLessThan(3);
    }
  }

  /** (x, y) ← ((c, −s e^(−jφ)), (s e^(jφ), c)) (x, y). */
  private static void rotate(ComplexField field, double angle, double phi) {
    double c = Math.cos(angle);
    double sr = Math.sin(angle) * Math.cos(phi);
    double si = Math.sin(angle) * Math.sin(phi);
    for (int n = 0; n < field.shape().samples(); n++) {
      double xr = field.re(0, 0, n);
      double xi = field.im(0, 0, n);
      double yr = field.re(0, 1, n);
      double yi = field.im(0, 1, n);
      field.set(0, 0, n, c * xr - (sr * yr + si * yi), c * xi - (sr * yi - si * yr));
      field.set(0, 1, n, c * yr + sr * xr - si * xi, c * yi + sr * xi + si * xr);
    }
  }

  private static void assertEyeOpensAtTheSymbols(PolarisationResult result) {
    EyeDiagram eye = result.eye();
    assertThat(eye.traces()).hasSize(100);
    Constellation points = ModulationFormat.QAM16.constellation();
    for (ComplexSamples trace : eye.traces()) {
      assertThat(trace.size()).isEqualTo(2 * eye.samplesPerSymbol() + 1);
      for (int index : new int[] {0, eye.samplesPerSymbol(), 2 * eye.samplesPerSymbol()}) {
        int label = points.decide(trace.re(index), trace.im(index));
        assertThat(trace.re(index)).isCloseTo(points.re(label), within(1e-12));
        assertThat(trace.im(index)).isCloseTo(points.im(label), within(1e-12));
      }
    }
    assertThat(result.constellation().size()).isEqualTo(SYMBOLS);
  }

  @Test
  void refusesFieldsThatAreNotTheTransmitters() {
    Transmitter transmitter =
        new Transmitter(
            TestSignals.spec(
                1, 0, Waveform.dual(ModulationFormat.GAUSSIAN, PULSE), SYMBOLS, 2 * SYMBOLS));
    Receiver receiver = TestSignals.receiver(transmitter);
    try (ComplexField other =
        ComplexField.allocate(new FieldShape(1, 1, 2 * SYMBOLS), Precision.DOUBLE)) {
      assertThatThrownBy(() -> receiver.receive(other, 0, LAUNCH, 0))
          .hasMessageContaining("1 modes")
          .hasMessageContaining("expected 2");
    }
    ReceiverSpec search =
        new ReceiverSpec(
            new CarrierRecovery.BlindPhaseSearch(32, 8), false, false, ReceiverSpec.Capture.none());
    assertThatThrownBy(() -> new Receiver(transmitter, search, AccumulatedDispersion.none()))
        .hasMessageContaining("gaussian");
    assertThatThrownBy(() -> new CarrierRecovery.BlindPhaseSearch(1, 8))
        .hasMessageContaining("1 test phases");
    assertThatThrownBy(() -> new ReceiverSpec.Capture(1, 1, 1)).hasMessageContaining("at least 2");
  }
}
