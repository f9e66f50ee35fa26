package org.lightpath.validation;

import org.lightpath.core.fft.Fft;
import org.lightpath.core.field.ComplexField;
import org.lightpath.fiber.TimeGrid;

/** What is measured on a field: energy, widths, spectra, the Hamiltonian. */
final class Observables {
  private Observables() {}

  /** Energy [J] of field 0: Σ|A|² dt over time and modes. */
  static double energy(ComplexField field, TimeGrid grid) {
    return field.meanPower(0) * grid.window();
  }

  /** Power spectrum |Σ_n A_n e^(−j2πkn/N)|² of a mode of field 0, bins in transform order. */
  static double[] powerSpectrum(ComplexField field, int mode) {
    int n = field.shape().samples();
    double[] re = new double[n];
    double[] im = new double[n];
    field.read(0, mode, re, im);
    new Fft(n).forward(re, im);
    double[] power = new double[n];
    for (int k = 0; k < n; k++) {
      power[k] = re[k] * re[k] + im[k] * im[k];
    }
    return power;
  }

  /** Complex amplitude of a bin of field 0: (1/N) Σ_n A_n e^(−j2πkn/N) [√W]. */
  static Complex amplitude(ComplexField field, int mode, int bin) {
    int n = field.shape().samples();
    double[] re = new double[n];
    double[] im = new double[n];
    field.read(0, mode, re, im);
    new Fft(n).forward(re, im);
    int k = Math.floorMod(bin, n);
    return new Complex(re[k] / n, im[k] / n);
  }

  /** Power-weighted mean time [s] of a mode of field 0. */
  static double meanTime(ComplexField field, TimeGrid grid, int mode) {
    double weight = 0;
    double sum = 0;
    for (int n = 0; n < grid.samples(); n++) {
      double power = field.power(0, mode, n);
      weight += power;
      sum += power * grid.time(n);
    }
    return sum / weight;
  }

  /** Power-weighted rms width in time [s] of a mode of field 0. */
  static double rmsWidth(ComplexField field, TimeGrid grid, int mode) {
    double mean = meanTime(field, grid, mode);
    double weight = 0;
    double sum = 0;
    for (int n = 0; n < grid.samples(); n++) {
      double power = field.power(0, mode, n);
      double offset = grid.time(n) - mean;
      weight += power;
      sum += power * offset * offset;
    }
    return Math.sqrt(sum / weight);
  }

  /** Power-weighted rms width in angular frequency [rad/s] of mode 0 of field 0. */
  static double rmsBandwidth(ComplexField field, TimeGrid grid) {
    double[] spectrum = powerSpectrum(field, 0);
    double weight = 0;
    double first = 0;
    double second = 0;
    for (int k = 0; k < spectrum.length; k++) {
      double w = grid.angularFrequency(k);
      weight += spectrum[k];
      first += spectrum[k] * w;
      second += spectrum[k] * w * w;
    }
    double mean = first / weight;
    return Math.sqrt(second / weight - mean * mean);
  }

  /**
   * Hamiltonian ∫ (β₂/2)|∂_t A|² + (γ/2)|A|⁴ dt [J/m] of the lossless scalar equation ∂A/∂z =
   * j(β₂/2)∂²_t A − jγ|A|²A, which is ∂A/∂z = −j δH/δA*.
   */
  static double hamiltonian(ComplexField field, TimeGrid grid, Glass glass) {
    double[] spectrum = powerSpectrum(field, 0);
    double n = spectrum.length;
    double dispersive = 0;
    for (int k = 0; k < spectrum.length; k++) {
      double w = grid.angularFrequency(k);
      dispersive += w * w * spectrum[k] / n;
    }
    double kerr = 0;
    for (int i = 0; i < spectrum.length; i++) {
      double power = field.power(0, 0, i);
      kerr += power * power;
    }
    return (glass.beta2() * dispersive + glass.gamma() * kerr) * grid.spacing() / 2;
  }
}
