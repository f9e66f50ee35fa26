package org.lightpath.fiber.transceiver;

import org.lightpath.core.fft.Fft;

/** Spectrum of one channel at the signed bins −K … K around its centre. */
final class ChannelSpectrum {
  private final int halfWidth;
  private final double[] re;
  private final double[] im;

  private ChannelSpectrum(int halfWidth) {
    this.halfWidth = halfWidth;
    this.re = new double[2 * halfWidth + 1];
    this.im = new double[2 * halfWidth + 1];
  }

  /**
   * Symbols through a pulse: Z(k) = X(k mod S)·P(k), X being the transform of the S symbols.
   *
   * @param fft of length S
   */
  static ChannelSpectrum shape(ComplexSamples symbols, PulseSpectrum pulse, Fft fft) {
    int count = symbols.size();
    double[] xr = new double[count];
    double[] xi = new double[count];
    for (int m = 0; m < count; m++) {
      xr[m] = symbols.re(m);
      xi[m] = symbols.im(m);
    }
    fft.forward(xr, xi);
    ChannelSpectrum shaped = new ChannelSpectrum(pulse.halfWidth());
    for (int k = -shaped.halfWidth; k <= shaped.halfWidth; k++) {
      int bin = Math.floorMod(k, count);
      shaped.re[k + shaped.halfWidth] = xr[bin] * pulse.amplitude(k);
      shaped.im[k + shaped.halfWidth] = xi[bin] * pulse.amplitude(k);
    }
    return shaped;
  }

  /**
   * Cuts a band out of the spectrum of a whole field.
   *
   * @param centre signed bin of the channel's centre
   */
  static ChannelSpectrum cut(double[] fieldRe, double[] fieldIm, int centre, int halfWidth) {
    ChannelSpectrum band = new ChannelSpectrum(halfWidth);
    for (int k = -halfWidth; k <= halfWidth; k++) {
      int bin = Math.floorMod(centre + k, fieldRe.length);
      band.re[k + halfWidth] = fieldRe[bin];
      band.im[k + halfWidth] = fieldIm[bin];
    }
    return band;
  }

  /** Largest K. */
  int halfWidth() {
    return halfWidth;
  }

  /** Σ|Z|². */
  double energy() {
    CompensatedSum sum = new CompensatedSum();
    for (int i = 0; i < re.length; i++) {
      sum.add(re[i] * re[i] + im[i] * im[i]);
    }
    return sum.value();
  }

  /** Multiplies bin k by a real factor and e^(jφ). */
  void multiply(int k, double factor, double phase) {
    int i = k + halfWidth;
    double c = factor * Math.cos(phase);
    double s = factor * Math.sin(phase);
    double r = re[i] * c - im[i] * s;
    im[i] = re[i] * s + im[i] * c;
    re[i] = r;
  }

  /** The same channel times e^(jθ_n) in time; the band becomes that of the transform. */
  ChannelSpectrum modulated(double[] theta, Fft fft) {
    int n = fft.length();
    double[] tr = new double[n];
    double[] ti = new double[n];
    fold(tr, ti);
    fft.inverse(tr, ti);
    for (int i = 0; i < n; i++) {
      double c = Math.cos(theta[i]);
      double s = Math.sin(theta[i]);
      double r = tr[i] * c - ti[i] * s;
      ti[i] = tr[i] * s + ti[i] * c;
      tr[i] = r;
    }
    fft.forward(tr, ti);
    return cut(tr, ti, 0, (n - 1) / 2);
  }

  /** Adds the channel to a field's spectrum at a centre bin, with mean power P over the window. */
  void addTo(double[] fieldRe, double[] fieldIm, int centre, double power) {
    // Parseval with an unnormalised forward transform: mean |A|² = Σ|X|²/N².
    double scale = fieldRe.length * Math.sqrt(power / energy());
    for (int k = -halfWidth; k <= halfWidth; k++) {
      int bin = Math.floorMod(centre + k, fieldRe.length);
      fieldRe[bin] += scale * re[k + halfWidth];
      fieldIm[bin] += scale * im[k + halfWidth];
    }
  }

  /**
   * Sum of the bins that fall onto each other when the signal is sampled at M per window: the
   * inverse transform of length M is the signal at those M instants, exactly.
   */
  void fold(double[] targetRe, double[] targetIm) {
    for (int k = -halfWidth; k <= halfWidth; k++) {
      int bin = Math.floorMod(k, targetRe.length);
      targetRe[bin] += re[k + halfWidth];
      targetIm[bin] += im[k + halfWidth];
    }
  }
}
