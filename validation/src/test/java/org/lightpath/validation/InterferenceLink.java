package org.lightpath.validation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.lightpath.core.field.ComplexField;
import org.lightpath.core.plan.Seeds;
import org.lightpath.fiber.Fiber;
import org.lightpath.fiber.KerrModel;
import org.lightpath.fiber.Optics;
import org.lightpath.fiber.gn.AsinhGnModel;
import org.lightpath.fiber.gn.GnChannel;
import org.lightpath.fiber.gn.GnLink;
import org.lightpath.fiber.gn.GnPolarisation;
import org.lightpath.fiber.gn.GnSpan;
import org.lightpath.fiber.gn.IntegralGnModel;
import org.lightpath.fiber.link.Amplifier;
import org.lightpath.fiber.link.FiberSection;
import org.lightpath.fiber.link.Link;
import org.lightpath.fiber.link.LinkPropagation;
import org.lightpath.fiber.link.Span;
import org.lightpath.fiber.step.StepRule;
import org.lightpath.fiber.transceiver.AccumulatedDispersion;
import org.lightpath.fiber.transceiver.CarrierRecovery;
import org.lightpath.fiber.transceiver.Laser;
import org.lightpath.fiber.transceiver.Launch;
import org.lightpath.fiber.transceiver.ModulationFormat;
import org.lightpath.fiber.transceiver.Polarisations;
import org.lightpath.fiber.transceiver.PulseShape;
import org.lightpath.fiber.transceiver.Receiver;
import org.lightpath.fiber.transceiver.ReceiverSpec;
import org.lightpath.fiber.transceiver.Transmitter;
import org.lightpath.fiber.transceiver.TransmitterSpec;
import org.lightpath.fiber.transceiver.Waveform;
import org.lightpath.fiber.transceiver.WdmGrid;

/**
 * The link of Serena and Bononi (J. Lightwave Technol. 33:1459, 2015) without amplifier noise: 32
 * GBd sinc channels 37.5 GHz apart at −4 dBm, spans of 100 km, 0.2 dB/km, D = 17 ps/(nm·km), γ =
 * 1.3 /(W·km).
 *
 * @param channels number of channels
 * @param spans number of spans
 * @param symbols per channel, polarisation and field
 * @param samplesPerSymbol N over symbols
 * @param power P of a channel [W], all polarisations
 * @param stepsByBandwidth whether step rules see the simulated bandwidth instead of that of the
 *     channels
 */
record InterferenceLink(
    int channels,
    int spans,
    int symbols,
    int samplesPerSymbol,
    double power,
    boolean stepsByBandwidth) {
  private static final double CARRIER = Optics.SPEED_OF_LIGHT / 1550e-9;
  private static final double SPACING = 37.5e9;
  private static final double SYMBOL_RATE = 32e9;
  private static final double SPAN_LENGTH = 100e3;
  private static final double LAUNCH_DBM = -4;
  private static final int BAND_POINTS = 16;
  private static final Fiber FIBER =
      Fiber.named("G.652", CARRIER)
          .source("Serena and Bononi, J. Lightwave Technol. 33:1459, 2015")
          .attenuation(Optics.attenuationFromDecibels(0.2e-3))
          .betas(-17e-6 * Math.pow(1550e-9, 2) / (2 * Math.PI * Optics.SPEED_OF_LIGHT))
          .gamma(1.3e-3)
          .build();

  InterferenceLink(int channels, int spans, int symbols, int samplesPerSymbol) {
    this(channels, spans, symbols, samplesPerSymbol, Optics.fromDbm(LAUNCH_DBM), false);
  }

  InterferenceLink launchedAt(double watts) {
    return new InterferenceLink(
        channels, spans, symbols, samplesPerSymbol, watts, stepsByBandwidth);
  }

  InterferenceLink withStepsByBandwidth() {
    return new InterferenceLink(channels, spans, symbols, samplesPerSymbol, power, true);
  }

  int samples() {
    return symbols * samplesPerSymbol;
  }

  /** a_NL [dB mW⁻²] with the standard error [dB] of its mean over fields and polarisations. */
  record Estimate(double decibels, double standardError) {
    static Estimate of(double[] coefficients) {
      double mean =
          IntStream.range(0, coefficients.length).mapToDouble(i -> coefficients[i]).sum()
              / coefficients.length;
      double squares = 0;
      for (double value : coefficients) {
        squares += (value / mean - 1) * (value / mean - 1);
      }
      int n = coefficients.length;
      double relative = n > 1 ? Math.sqrt(squares / (n - 1) / n) : 0;
      return new Estimate(Optics.toDecibels(mean), 10 * Math.log10(1 + relative));
    }
  }

  private Transmitter transmitter(ModulationFormat format, KerrModel model) {
    // The scalar equation is for one polarisation; a second mode would carry nothing.
    Polarisations polarisations =
        model == KerrModel.SCALAR ? Polarisations.SINGLE : Polarisations.DUAL;
    Waveform waveform = new Waveform(format, new PulseShape.Sinc(), polarisations, Laser.ideal());
    WdmGrid grid = WdmGrid.uniform(CARRIER, channels, SPACING, SYMBOL_RATE);
    return new Transmitter(new TransmitterSpec(grid, waveform, symbols, samples()));
  }

  private List<Launch> launches(List<Long> seeds) {
    return seeds.stream().map(seed -> new Launch(power, seed)).toList();
  }

  ComplexField launched(
      EngineScope scope, ModulationFormat format, KerrModel model, List<Long> seeds) {
    return scope.adopt(transmitter(format, model).emit(launches(seeds), scope.precision()));
  }

  private LinkPropagation propagation(ComplexField launched, KerrModel model, StepRule rule) {
    FiberSection section = new FiberSection(FIBER, SPAN_LENGTH);
    Span span = Span.of(section, Amplifier.noiseless(1 / section.transmission()));
    return LinkPropagation.of(
            Link.repeated(span, spans),
            transmitter(ModulationFormat.GAUSSIAN, model).timeGrid(),
            CARRIER)
        .model(model)
        .steps(rule)
        .occupying(stepsByBandwidth ? samplesPerSymbol * SYMBOL_RATE : channels * SPACING)
        .precision(launched.precision())
        .seeds(Seeds.of(0))
        .build();
  }

  ComplexField cross(EngineScope scope, ComplexField launched, KerrModel model, StepRule rule) {
    return scope.adopt(
        propagation(launched, model, rule).run(scope.engine(), launched).state().field());
  }

  int steps(ComplexField launched, StepRule rule) {
    List<Double> peaks = Collections.nCopies(launched.shape().batch(), launched.peakPower(0));
    return (int)
        propagation(launched, KerrModel.MANAKOV, rule).plan(launched.shape(), peaks).steps();
  }

  /** a_NL of the centre channel: everything that is not the symbol times one constant. */
  Estimate estimate(
      EngineScope scope,
      ModulationFormat format,
      KerrModel model,
      StepRule rule,
      List<Long> seeds) {
    Transmitter transmitter = transmitter(format, model);
    ComplexField launched = launched(scope, format, model, seeds);
    ComplexField received = cross(scope, launched, model, rule);
    Receiver receiver =
        new Receiver(
            transmitter,
            new ReceiverSpec(
                new CarrierRecovery.ConstantPhase(), false, false, ReceiverSpec.Capture.none()),
            AccumulatedDispersion.of(FIBER, spans * SPAN_LENGTH));
    int centre = transmitter.spec().grid().centreChannel();
    double milliwatts = power / 1e-3;
    List<Launch> launches = launches(seeds);
    return Estimate.of(
        IntStream.range(0, launches.size())
            .boxed()
            .flatMap(
                i ->
                    receiver.receive(received, i, launches.get(i), centre).polarisations().stream())
            .mapToDouble(result -> 1 / result.quality().snr() / (milliwatts * milliwatts))
            .toArray());
  }

  /** a_NL [dB mW⁻²] of the closed form. */
  double closedForm(GnPolarisation polarisation) {
    GnLink link = gnLink(GnChannel.comb(channels, SPACING, SYMBOL_RATE, power), polarisation);
    double perWatt = new AsinhGnModel().evaluate(link, channels / 2).nonlinearCoefficient();
    return Optics.toDecibels(perWatt * 1e-6);
  }

  private GnLink gnLink(List<GnChannel> comb, GnPolarisation polarisation) {
    GnSpan span =
        GnSpan.transparent(SPAN_LENGTH, FIBER.attenuation(), FIBER.beta(2), FIBER.gamma(), 0);
    return new GnLink(CARRIER, comb, Collections.nCopies(spans, span), polarisation);
  }

  /** a_NL [dB mW⁻²] of the coherent integral, with the density at the channel's centre. */
  double coherentAtCentre() {
    return coherent(0);
  }

  /**
   * a_NL [dB mW⁻²] of the coherent integral, with the density averaged over the band that a matched
   * filter of a sinc pulse passes: midpoints of half of it, the comb being symmetric.
   */
  double coherentOverBand() {
    double sum = 0;
    for (int i = 0; i < BAND_POINTS; i++) {
      sum += Optics.fromDecibels(coherent((i + 0.5) / BAND_POINTS * SYMBOL_RATE / 2));
    }
    return Optics.toDecibels(sum / BAND_POINTS);
  }

  /** The density at an offset [Hz] from the middle channel's centre, asked for by a dark probe. */
  private double coherent(double offset) {
    List<GnChannel> comb = new ArrayList<>(GnChannel.comb(channels, SPACING, SYMBOL_RATE, power));
    comb.add(new GnChannel(offset, 1, power * 1e-30));
    double density =
        new IntegralGnModel(IntegralGnModel.Accumulation.COHERENT)
            .nonlinearDensity(gnLink(comb, GnPolarisation.DUAL), channels);
    return Optics.toDecibels(density * SYMBOL_RATE / Math.pow(power, 3) * 1e-6);
  }
}
