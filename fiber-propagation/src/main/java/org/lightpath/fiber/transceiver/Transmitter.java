package org.lightpath.fiber.transceiver;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.lightpath.core.fft.Fft;
import org.lightpath.core.field.ComplexField;
import org.lightpath.core.field.FieldShape;
import org.lightpath.core.field.Precision;
import org.lightpath.fiber.TimeGrid;

/**
 * WDM transmitter: A_p(t) = Σ_c √(P_c/p) e^(j2πf_c t) e^(jθ_c(t)) Σ_m x_{c,p,m} h(t − mT) / norm.
 *
 * <p>t counts from the first sample of the window. The norm makes the mean power of each channel
 * and polarisation over the window exactly P_c/p, whatever symbols were drawn. Pulses are formed
 * bin by bin in the spectrum, so the field is exactly periodic. One instance is for one thread at a
 * time.
 */
public final class Transmitter {
  private final TransmitterSpec spec;
  private final PulseSpectrum pulse;
  private final Fft symbolFft;
  private final Fft sampleFft;

  /** Prepares transforms and the pulse's spectrum. */
  public Transmitter(TransmitterSpec spec) {
    this.spec = Objects.requireNonNull(spec);
    this.pulse = PulseSpectrum.of(spec);
    this.symbolFft = new Fft(spec.symbols());
    this.sampleFft = new Fft(spec.samples());
  }

  /** What was asked for. */
  public TransmitterSpec spec() {
    return spec;
  }

  /** Time window and frequency bins of the emitted fields. */
  public TimeGrid timeGrid() {
    return spec.timeGrid();
  }

  /** Mean power [W] of a channel, both polarisations. */
  public double channelPower(Launch launch, int channel) {
    return launch.powerPerChannel() * spec.grid().powerRatio(channel);
  }

  /** Mean power [W] of all channels, both polarisations. */
  public double totalPower(Launch launch) {
    double sum = 0;
    for (int channel = 0; channel < spec.grid().channels(); channel++) {
      sum += channelPower(launch, channel);
    }
    return sum;
  }

  /**
   * Labels of the symbols sent, for a discrete format.
   *
   * @throws IllegalStateException for Gaussian symbols
   */
  public int[] labels(long seed, int channel, int polarisation) {
    ModulationFormat format = spec.waveform().format();
    if (!format.isDiscrete()) {
      throw new IllegalStateException("Gaussian symbols have no labels");
    }
    return SymbolSource.labels(format, seed, row(channel, polarisation), spec.symbols());
  }

  /** Symbols x sent, E|x|² = 1. */
  public ComplexSamples symbols(long seed, int channel, int polarisation) {
    ModulationFormat format = spec.waveform().format();
    if (!format.isDiscrete()) {
      return SymbolSource.gaussian(seed, row(channel, polarisation), spec.symbols());
    }
    Constellation constellation = format.constellation();
    int[] labels = labels(seed, channel, polarisation);
    double[] re = new double[labels.length];
    double[] im = new double[labels.length];
    for (int m = 0; m < labels.length; m++) {
      re[m] = constellation.re(labels[m]);
      im[m] = constellation.im(labels[m]);
    }
    return new ComplexSamples(re, im);
  }

  /**
   * The fields of a batch, (batch, mode, time) in √W; the caller closes it.
   *
   * @param launches one for each field
   */
  public ComplexField emit(List<Launch> launches, Precision precision) {
    FieldShape shape =
        new FieldShape(launches.size(), spec.waveform().polarisations().modes(), spec.samples());
    ComplexField field = ComplexField.allocate(shape, precision);
    double[] re = new double[spec.samples()];
    double[] im = new double[spec.samples()];
    for (int index = 0; index < launches.size(); index++) {
      for (int mode = 0; mode < spec.waveform().polarisations().modulated(); mode++) {
        combSpectrum(launches.get(index), mode, re, im);
        sampleFft.inverse(re, im);
        field.write(index, mode, re, im);
      }
    }
    return field;
  }

  /** The pulse's spectrum at the bins of the window, which is the matched filter as well. */
  PulseSpectrum pulse() {
    return pulse;
  }

  private int row(int channel, int polarisation) {
    int modulated = spec.waveform().polarisations().modulated();
    if (channel < 0 || channel >= spec.grid().channels()) {
      throw new IllegalArgumentException(
          "channel %d: expected 0 to %d".formatted(channel, spec.grid().channels() - 1));
    }
    if (polarisation < 0 || polarisation >= modulated) {
      throw new IllegalArgumentException(
          "polarisation %d: expected 0 to %d".formatted(polarisation, modulated - 1));
    }
    return 2 * channel + polarisation;
  }

  private void combSpectrum(Launch launch, int polarisation, double[] re, double[] im) {
    Arrays.fill(re, 0);
    Arrays.fill(im, 0);
    int offset = (int) Math.round(spec.waveform().laser().frequencyOffset() / spec.binSpacing());
    int modulated = spec.waveform().polarisations().modulated();
    for (int channel = 0; channel < spec.grid().channels(); channel++) {
      ChannelSpectrum baseband = baseband(launch.seed(), channel, polarisation);
      double power = channelPower(launch, channel) / modulated;
      baseband.addTo(re, im, spec.centreBin(channel) + offset, power);
    }
  }

  private ChannelSpectrum baseband(long seed, int channel, int polarisation) {
    ChannelSpectrum shaped =
        ChannelSpectrum.shape(symbols(seed, channel, polarisation), pulse, symbolFft);
    return spec.waveform().laser().linewidth() == 0
        ? shaped
        : shaped.modulated(laserPhase(seed, channel), sampleFft);
  }

  /** Brownian bridge θ_n = W_n − (n/N) W_N, Var(W_{n+1} − W_n) = 2πΔν·dt. */
  private double[] laserPhase(long seed, int channel) {
    int samples = spec.samples();
    double spacing = timeGrid().spacing();
    double deviation = Math.sqrt(2 * Math.PI * spec.waveform().laser().linewidth() * spacing);
    ComplexSamples normals = SymbolSource.laserNormals(seed, channel, samples);
    double[] theta = new double[samples];
    double walk = 0;
    for (int n = 0; n < samples; n++) {
      theta[n] = walk;
      walk += deviation * normals.re(n);
    }
    for (int n = 0; n < samples; n++) {
      theta[n] -= walk * n / samples;
    }
    return theta;
  }
}
