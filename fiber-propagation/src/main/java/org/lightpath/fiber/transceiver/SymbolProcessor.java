package org.lightpath.fiber.transceiver;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lightpath.core.fft.Fft;

/** From matched-filtered spectra to results: everything that happens at the symbol rate. */
final class SymbolProcessor {
  private final ModulationFormat format;
  private final ReceiverSpec spec;
  private final Fft symbolFft;
  private final Fft eyeFft;

  SymbolProcessor(Transmitter transmitter, ReceiverSpec spec) {
    this.format = transmitter.spec().waveform().format();
    this.spec = spec;
    int symbols = transmitter.spec().symbols();
    this.symbolFft = new Fft(symbols);
    int perSymbol = spec.capture().eyeSamplesPerSymbol();
    this.eyeFft =
        new Fft(spec.capture().eyeTraces() == 0 ? 1 : Math.multiplyExact(symbols, perSymbol));
    if (spec.carrier() instanceof CarrierRecovery.BlindPhaseSearch && !format.isDiscrete()) {
      throw new IllegalArgumentException(
          "blind phase search needs decisions, which '%s' symbols do not have; use the constant"
                  .formatted(format.label())
              + " phase");
    }
  }

  /**
   * Frequency offset in bins of the window: the strongest line in the spectra of y_p x_q*, summed
   * over all pairs of polarisations so that a rotation of the polarisations does not hide it.
   */
  int frequencyOffset(List<ChannelSpectrum> bands, List<SentSymbols> known) {
    int symbols = symbolFft.length();
    double[] energy = new double[symbols];
    for (ChannelSpectrum band : bands) {
      ComplexBuffer y = ComplexBuffer.sampled(band, symbolFft);
      for (SentSymbols sent : known) {
        ComplexBuffer line = y.timesConjugate(sent.symbols());
        symbolFft.forward(line.re(), line.im());
        for (int k = 0; k < symbols; k++) {
          energy[k] += line.re()[k] * line.re()[k] + line.im()[k] * line.im()[k];
        }
      }
    }
    int best = 0;
    for (int k = 1; k < symbols; k++) {
      best = energy[k] > energy[best] ? k : best;
    }
    return 2 * best < symbols ? best : best - symbols;
  }

  /** Results of the polarisations of one channel. */
  List<PolarisationResult> process(List<ChannelSpectrum> bands, List<SentSymbols> known) {
    List<ComplexBuffer> received = sampled(bands, symbolFft);
    boolean eyes = spec.capture().eyeTraces() > 0;
    List<ComplexBuffer> fine = eyes ? sampled(bands, eyeFft) : List.of();
    if (spec.polarisationAlignment() && received.size() == 2) {
      PolarisationAlignment alignment = PolarisationAlignment.fit(received, known);
      alignment.apply(received);
      if (eyes) {
        alignment.apply(fine);
      }
    }
    List<PolarisationResult> results = new ArrayList<>();
    for (int p = 0; p < received.size(); p++) {
      ComplexBuffer y = received.get(p);
      double[] phase = carrierPhase(y);
      y.rotate(phase);
      double[] h = y.project(known.get(p).symbols());
      y.divide(h);
      EyeDiagram eye =
          new EyeDiagram(
              spec.capture().eyeSamplesPerSymbol(),
              eyes ? EyeSampler.traces(fine.get(p), phase, h, spec.capture()) : List.of());
      results.add(result(y.toSamples(), known.get(p), eye));
    }
    return results;
  }

  private static List<ComplexBuffer> sampled(List<ChannelSpectrum> bands, Fft fft) {
    return bands.stream().map(band -> ComplexBuffer.sampled(band, fft)).toList();
  }

  private double[] carrierPhase(ComplexBuffer y) {
    return switch (spec.carrier()) {
      // The one phase of the window is that of h, which is taken out next.
      case CarrierRecovery.ConstantPhase() -> new double[y.size()];
      case CarrierRecovery.BlindPhaseSearch search ->
          BlindPhaseTracker.track(y, format.constellation(), search);
    };
  }

  private PolarisationResult result(ComplexSamples received, SentSymbols sent, EyeDiagram eye) {
    SignalQuality quality = quality(received, sent.symbols());
    return new PolarisationResult(
        quality,
        bitQuality(received, sent, quality),
        received.decimated(spec.capture().constellationPoints()),
        eye);
  }

  private static SignalQuality quality(ComplexSamples received, ComplexSamples sent) {
    double noise = 0;
    for (int m = 0; m < sent.size(); m++) {
      double re = received.re(m) - sent.re(m);
      double im = received.im(m) - sent.im(m);
      noise += re * re + im * im;
    }
    return new SignalQuality(sent.size(), sent.energy(), noise);
  }

  private Optional<BitQuality> bitQuality(
      ComplexSamples received, SentSymbols sent, SignalQuality quality) {
    if (!format.isDiscrete()) {
      return Optional.empty();
    }
    Constellation constellation = format.constellation();
    int[] labels = sent.labels();
    long errors = 0;
    for (int m = 0; m < labels.length; m++) {
      int decided = constellation.decide(received.re(m), received.im(m));
      errors += Integer.bitCount(decided ^ labels[m]);
    }
    InformationRates rates =
        InformationRates.of(
            constellation, labels, received, quality.noiseEnergy() / quality.symbols());
    return Optional.of(
        new BitQuality(
            (long) labels.length * constellation.bitsPerSymbol(),
            errors,
            rates.gmi(),
            rates.mi(),
            TheoreticalBer.of(constellation, 1 / (quality.noiseEnergy() / quality.symbols()))));
  }
}
