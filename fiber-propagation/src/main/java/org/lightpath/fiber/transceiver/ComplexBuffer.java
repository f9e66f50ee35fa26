package org.lightpath.fiber.transceiver;

import org.lightpath.core.fft.Fft;

/** Complex samples that the receiver works on in place. */
@SuppressWarnings("ArrayRecordComponent") // stays inside the package; nobody compares or keeps it
record ComplexBuffer(double[] re, double[] im) {
  /** The signal of a band at the instants of an inverse transform, evenly over the window. */
  static ComplexBuffer sampled(ChannelSpectrum band, Fft fft) {
    ComplexBuffer samples = new ComplexBuffer(new double[fft.length()], new double[fft.length()]);
    band.fold(samples.re, samples.im);
    fft.inverse(samples.re, samples.im);
    // The inverse carries 1/length: the same signal must come out at any number of instants.
    for (int i = 0; i < fft.length(); i++) {
      samples.re[i] *= fft.length();
      samples.im[i] *= fft.length();
    }
    return samples;
  }

  int size() {
    return re.length;
  }

  /** A new buffer with y x*. */
  ComplexBuffer timesConjugate(ComplexSamples x) {
    ComplexBuffer product = new ComplexBuffer(new double[size()], new double[size()]);
    for (int m = 0; m < size(); m++) {
      product.re[m] = re[m] * x.re(m) + im[m] * x.im(m);
      product.im[m] = im[m] * x.re(m) - re[m] * x.im(m);
    }
    return product;
  }

  /** y_m ← y_m e^(−jθ_m). */
  void rotate(double[] theta) {
    for (int m = 0; m < size(); m++) {
      double c = Math.cos(theta[m]);
      double s = Math.sin(theta[m]);
      double r = re[m] * c + im[m] * s;
      im[m] = im[m] * c - re[m] * s;
      re[m] = r;
    }
  }

  /** Σ y x*, as {re, im}. */
  double[] cross(ComplexSamples x) {
    CompensatedSum sumRe = new CompensatedSum();
    CompensatedSum sumIm = new CompensatedSum();
    for (int m = 0; m < size(); m++) {
      sumRe.add(re[m] * x.re(m) + im[m] * x.im(m));
      sumIm.add(im[m] * x.re(m) - re[m] * x.im(m));
    }
    return new double[] {sumRe.value(), sumIm.value()};
  }

  /** h = Σ y x* / Σ |x|², as {re, im}. */
  double[] project(ComplexSamples x) {
    double[] cross = cross(x);
    double energy = x.energy();
    return new double[] {cross[0] / energy, cross[1] / energy};
  }

  /** y ← y/h. */
  void divide(double[] h) {
    double norm = h[0] * h[0] + h[1] * h[1];
    for (int m = 0; m < size(); m++) {
      double r = (re[m] * h[0] + im[m] * h[1]) / norm;
      im[m] = (im[m] * h[0] - re[m] * h[1]) / norm;
      re[m] = r;
    }
  }

  ComplexSamples toSamples() {
    return new ComplexSamples(re, im);
  }
}
