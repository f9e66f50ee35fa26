package org.lightpath.validation;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lightpath.core.field.ComplexField;
import org.lightpath.fiber.Optics;
import org.lightpath.fiber.step.StepRule;
import org.lightpath.fiber.transceiver.AccumulatedDispersion;
import org.lightpath.fiber.transceiver.CarrierRecovery;
import org.lightpath.fiber.transceiver.ChannelResult;
import org.lightpath.fiber.transceiver.Receiver;
import org.lightpath.fiber.transceiver.ReceiverSpec;
import org.lightpath.fiber.transceiver.Transmitter;

/**
 * V17: the WDM transmission tutorial of OptiCommPy end to end, 14 spans of 50 km with amplifier
 * noise: launched power, SNR of the centre channel behind a receiver of constant phase, errors.
 */
class V17TutorialTransmissionTest {
  /** Published total power [dBm]. */
  static final double TOTAL_DBM = 8.41;

  /** SNR [dB] of a converged field behind a constant-phase receiver (comnumpy b596fa2). */
  static final double SNR_DB = 21.69;

  /** Symbols of that SNR, one seed. */
  private static final int REFERENCE_SYMBOLS = 3584;

  /**
   * Spread [dB] of the SNR between seeds, as measured over ten of them with 2000 symbols (mean
   * 21.87). Independent samples of noise would give 0.08: interference is correlated over many
   * symbols, so that a window holds fewer independent samples of it.
   */
  static final double SPREAD_DB = 0.16;

  static final int SYMBOLS = 2000;
  static final int ALL_SYMBOLS = 100_000;

  /** What the interference of the filter's 1024 taps takes from the SNR [dB]: mean of ten seeds. */
  static final double FILTER_DB = 0.95;

  /** Three times its spread between seeds. */
  static final double FILTER_TOLERANCE_DB = 0.2;

  /** Published SNR [dB] of the centre channel behind blind processing: 20.63 and 20.64. */
  static final double PUBLISHED_SNR_DB = 20.635;

  /**
   * What the tutorial's blind equaliser, phase search and coarse steps may make of it: one decibel
   * is between its own result and that of a converged field.
   */
  private static final double BLIND_PROCESSING_DB = 1;

  static final double PUBLISHED_GMI = 4.00;

  /** The worse of the two published bit error ratios, 1.1e-5 and 2.5e-5. */
  static final double PUBLISHED_BER = 2.5e-5;

  static final int SPANS = 14;

  private static final double PRINTED = 0.005;

  private static ChannelResult receive(
      TutorialLink link, ComplexField field, AccumulatedDispersion dispersion) {
    Transmitter transmitter = link.transmitter();
    Receiver receiver =
        new Receiver(
            transmitter,
            new ReceiverSpec(
                new CarrierRecovery.ConstantPhase(), false, false, ReceiverSpec.Capture.none()),
            dispersion);
    return receiver.receive(
        field, 0, TutorialLink.LAUNCH, transmitter.spec().grid().centreChannel());
  }

  private static ChannelResult receive(TutorialLink link, ComplexField field) {
    double length = link.spans() * TutorialLink.SPAN_LENGTH;
    return receive(link, field, AccumulatedDispersion.of(link.fiber(), length));
  }

  /**
   * The filter of 1024 taps leaves inter-symbol interference. It is measured back to back, is
   * independent of everything the link adds, and is taken off: 1/SNR = 1/SNR_received − 1/SNR_sent.
   * The converged reference has the same filter and takes off the same.
   */
  private static void requireQuality(
      Tolerances tolerances, TutorialLink link, ComplexField launched, ChannelResult centre) {
    double sent = receive(link, launched, AccumulatedDispersion.none()).quality().snr();
    double received = centre.quality().snr();
    double snr = 1 / (1 / received - 1 / sent);
    tolerances.requireClose(
        "SNR of the centre channel without the filter's own interference [dB]",
        SNR_DB,
        Optics.toDecibels(snr),
        tolerance(link.symbols()));
    tolerances.requireClose(
        "interference of the filter [dB]",
        FILTER_DB,
        Optics.toDecibels(snr / received),
        FILTER_TOLERANCE_DB);
    tolerances.requireClose(
        "SNR of the centre channel [dB], published behind blind processing",
        PUBLISHED_SNR_DB,
        centre.quality().snrDecibels(),
        BLIND_PROCESSING_DB);
    tolerances.requireClose("GMI [bit]", PUBLISHED_GMI, centre.bits().orElseThrow().gmi(), PRINTED);
    tolerances.requireSmall(
        "bit error ratio from SNR", centre.bits().orElseThrow().berFromSnr(), PUBLISHED_BER);
  }

  /** Three standard errors of the difference of the reference and a window of symbols [dB]. */
  static double tolerance(int symbols) {
    double own = SPREAD_DB * Math.sqrt((double) SYMBOLS / symbols);
    double reference = SPREAD_DB * Math.sqrt((double) SYMBOLS / REFERENCE_SYMBOLS);
    return 3 * Math.hypot(own, reference) + PRINTED;
  }

  private static ChannelResult transmit(
      EngineScope scope, TutorialLink link, Tolerances tolerances) {
    ComplexField launched =
        scope.adopt(link.transmitter().emit(List.of(TutorialLink.LAUNCH), scope.precision()));
    tolerances.requireClose(
        "launched power [dBm]", TOTAL_DBM, Optics.toDbm(launched.meanPower(0)), PRINTED);
    ComplexField received = link.run(scope, StepRule.standard(), launched, true);
    ChannelResult centre = receive(link, received);
    requireQuality(tolerances, link, launched, centre);
    // Counter-check: without dispersion compensation there is no signal, only noise.
    ChannelResult blind = receive(link, received, AccumulatedDispersion.none());
    tolerances.requireAbove(
        "loss of SNR without compensation [dB]", SNR_DB, SNR_DB - blind.quality().snrDecibels());
    tolerances.requireAbove(
        "bit error ratio from SNR without compensation",
        0.1,
        blind.bits().orElseThrow().berFromSnr());
    return centre;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource(EngineCases.FAST)
  void shortWindowHasThePublishedQuality(EngineCase engine) {
    TutorialLink link = new TutorialLink(SYMBOLS, SPANS);
    try (EngineScope scope = new EngineScope(engine)) {
      transmit(scope, link, new Tolerances(engine, link.samples()));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource(EngineCases.FAST_SINGLE)
  @Tag("slow")
  void fullWindowHasThePublishedQuality(EngineCase engine) {
    TutorialLink link = new TutorialLink(ALL_SYMBOLS, SPANS);
    Tolerances tolerances = new Tolerances(engine, link.samples());
    try (EngineScope scope = new EngineScope(engine)) {
      ChannelResult centre = transmit(scope, link, tolerances);
      tolerances.requireSmall("bit error ratio", centre.bits().orElseThrow().ber(), PUBLISHED_BER);
    }
  }
}
