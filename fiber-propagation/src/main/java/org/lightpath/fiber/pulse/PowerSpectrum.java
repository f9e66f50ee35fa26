package org.lightpath.fiber.pulse;

import org.lightpath.core.fft.Fft;
import org.lightpath.core.field.ComplexField;
import org.lightpath.fiber.Optics;
import org.lightpath.fiber.TimeGrid;

/**
 * Two-sided power spectral density of a field, in ascending frequency.
 *
 * <p>S(f_k) = (dt/N) Σ_modes |Σ_n A_n e^(−j2πkn/N)|² [W/Hz], so that Σ_k S(f_k)/(N·dt) is the mean
 * power in the window; times the window T = N·dt it is the energy density [J/Hz] of a pulse.
 */
public final class PowerSpectrum {
  private final double firstFrequency;
  private final double spacing;
  private final double[] density;

  private PowerSpectrum(double firstFrequency, double spacing, double[] density) {
    this.firstFrequency = firstFrequency;
    this.spacing = spacing;
    this.density = density;
  }

  /**
   * Spectrum of one field, over all its modes.
   *
   * @param field a batch of fields
   * @param index which field of the batch
   */
  public static PowerSpectrum of(ComplexField field, int index, TimeGrid grid) {
    int n = grid.samples();
    double[] re = new double[n];
    double[] im = new double[n];
    double[] density = new double[n];
    Fft fft = new Fft(n);
    int negative = n / 2; // bins N − N/2 … N − 1 are the negative frequencies
    for (int mode = 0; mode < field.shape().modes(); mode++) {
      field.read(index, mode, re, im);
      fft.forward(re, im);
      for (int k = 0; k < n; k++) {
        density[(k + negative) % n] += (re[k] * re[k] + im[k] * im[k]) * grid.spacing() / n;
      }
    }
    return new PowerSpectrum(-negative / grid.window(), 1 / grid.window(), density);
  }

  /** Number of bins N. */
  public int bins() {
    return density.length;
  }

  /** Frequency [Hz] of a bin relative to the carrier; ascending. */
  public double frequency(int bin) {
    return firstFrequency + bin * spacing;
  }

  /** Distance of the bins 1/(N·dt) [Hz]. */
  public double spacing() {
    return spacing;
  }

  /** S [W/Hz] at a bin. */
  public double density(int bin) {
    return density[bin];
  }

  /** Bin of the largest density. */
  public int peakBin() {
    return Peak.indexOfLargest(density);
  }

  /** Frequency of the largest density [Hz] relative to the carrier, interpolated between bins. */
  public double peakFrequency() {
    return frequency(0) + spacing * Peak.interpolated(density);
  }

  /** Σ S·Δf [W]: the mean power in the window. */
  public double meanPower() {
    double sum = 0;
    for (double s : density) {
      sum += s;
    }
    return sum * spacing;
  }

  /** √(⟨f²⟩ − ⟨f⟩²) [Hz], weighted by S. */
  public double rmsBandwidth() {
    return Peak.rmsWidth(density) * spacing;
  }

  /**
   * Relative number of photons Σ S Δf/(ν₀ + f) [W/Hz], over the bins of positive optical frequency.
   *
   * @param carrier ν₀ [Hz]
   */
  public double photons(double carrier) {
    double sum = 0;
    for (int k = 0; k < density.length; k++) {
      if (carrier + frequency(k) > 0) {
        sum += density[k] / (carrier + frequency(k));
      }
    }
    return sum * spacing;
  }

  /**
   * Full width [Hz], symmetric about the carrier, of the band outside which at most a share of the
   * power lies.
   *
   * @param share of the power, for instance 1e-8
   */
  public double occupiedBandwidth(double share) {
    double allowed = share * meanPower() / spacing;
    int reach = density.length / 2;
    double outside = 0;
    while (reach > 0) {
      int above = density.length / 2 + reach;
      outside += density[density.length / 2 - reach];
      outside += above < density.length ? density[above] : 0;
      if (outside > allowed) {
        break;
      }
      reach--;
    }
    return Math.min(density.length, 2 * reach + 1) * spacing;
  }

  /**
   * Shortest and longest wavelength [m] with a density per wavelength S·ν²/c within a level of the
   * largest; interpolated between bins in dB.
   *
   * @param carrier ν₀ [Hz]
   * @param level how far below the largest [dB], for instance 20
   */
  public double[] band(double carrier, double level) {
    double[] perWavelength = new double[density.length];
    for (int k = 0; k < density.length; k++) {
      double frequency = carrier + frequency(k);
      perWavelength[k] = frequency > 0 ? density[k] * frequency * frequency : 0;
    }
    double[] ends = Peak.outermost(perWavelength, Optics.fromDecibels(-level));
    return new double[] {
      Optics.SPEED_OF_LIGHT / (carrier + frequency(0) + ends[1] * spacing),
      Optics.SPEED_OF_LIGHT / (carrier + frequency(0) + ends[0] * spacing)
    };
  }

  /** Largest density in the outer hundredth of the band over the largest of all. */
  public double edge() {
    return Peak.edge(density);
  }
}
