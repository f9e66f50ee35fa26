package org.lightpath.fiber;

/** Numbers of {@link RamanResponse#HOLLENBECK_CANTRELL}. */
final class HollenbeckCantrell {
  /** 1/m for each 1/cm, times c: Hz. */
  private static final double HERTZ_PER_WAVENUMBER = 100 * Optics.SPEED_OF_LIGHT;

  /**
   * h_R has fallen below 10⁻¹² of its peak by then: the slowest decays as e^(−1.6 t/ps)·e^(−6
   * t²/ps²).
   */
  private static final double END = 2.5e-12;

  /** Position [1/cm], peak intensity, Gaussian and Lorentzian full width [1/cm]. */
  private static final double[][] MODES = {
    {56.25, 1.00, 52.10, 17.37},
    {100.00, 11.40, 110.42, 38.81},
    {231.25, 36.67, 175.00, 58.33},
    {362.50, 67.67, 162.50, 54.17},
    {463.00, 74.00, 135.33, 45.11},
    {497.00, 4.50, 24.50, 8.17},
    {611.50, 6.80, 41.50, 13.83},
    {691.67, 4.60, 155.00, 51.67},
    {793.67, 4.20, 59.50, 19.83},
    {835.50, 4.50, 64.30, 21.43},
    {930.00, 2.70, 150.00, 50.00},
    {1080.00, 3.10, 91.00, 30.33},
    {1215.00, 3.00, 160.00, 53.33}
  };

  private static final double[] SAMPLES = samples();
  private static final double INTEGRAL = sum(0)[0];

  private HollenbeckCantrell() {}

  static double at(double time) {
    return time < 0 ? 0 : unscaled(time) / INTEGRAL;
  }

  private static double unscaled(double time) {
    double sum = 0;
    for (double[] mode : MODES) {
      double omega = 2 * Math.PI * HERTZ_PER_WAVENUMBER * mode[0];
      double gaussian = Math.PI * HERTZ_PER_WAVENUMBER * mode[2];
      double lorentzian = Math.PI * HERTZ_PER_WAVENUMBER * mode[3];
      sum +=
          mode[1]
              * Math.exp(-lorentzian * time - gaussian * gaussian * time * time / 4)
              * Math.sin(omega * time);
    }
    return sum;
  }

  private static double[] samples() {
    double[] samples = new double[(int) Math.round(END / RamanResponse.STEP)];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = unscaled(i * RamanResponse.STEP);
    }
    return samples;
  }

  static double[] transfer(double omega) {
    double[] value = sum(omega);
    return new double[] {value[0] / INTEGRAL, value[1] / INTEGRAL};
  }

  /** Trapezoidal sum with the first correction of Euler and Maclaurin for the kink at t = 0. */
  private static double[] sum(double omega) {
    double slope = slope();
    if (omega * RamanResponse.STEP > 1) {
      // Sums are periodic in ω; far above all resonances only the kink is left.
      return new double[] {-slope / (omega * omega), 0};
    }
    double c = Math.cos(omega * RamanResponse.STEP);
    double s = -Math.sin(omega * RamanResponse.STEP);
    double re = 0;
    double im = 0;
    for (int i = SAMPLES.length - 1; i >= 0; i--) {
      double next = re * c - im * s + SAMPLES[i];
      im = re * s + im * c;
      re = next;
    }
    double step = RamanResponse.STEP;
    return new double[] {re * step + step * step / 12 * slope, im * step};
  }

  /** dh_R/dt behind t = 0, not normalised. */
  private static double slope() {
    double slope = 0;
    for (double[] mode : MODES) {
      slope += mode[1] * 2 * Math.PI * HERTZ_PER_WAVENUMBER * mode[0];
    }
    return slope;
  }
}
