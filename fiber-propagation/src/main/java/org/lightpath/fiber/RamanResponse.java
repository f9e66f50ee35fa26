package org.lightpath.fiber;

import org.lightpath.core.plan.TransferFunction;

/**
 * Delayed Raman response h_R(t) of silica, ∫h_R dt = 1, and the share f_R it has of the Kerr
 * effect.
 *
 * <p>H_R(ω) = ∫h_R(t) e^(−jωt) dt. For ω &gt; 0 its imaginary part is negative: light flows to
 * lower frequencies.
 */
public enum RamanResponse {
  /**
   * One damped oscillation, h = (τ₁² + τ₂²)/(τ₁τ₂²) e^(−t/τ₂) sin(t/τ₁), τ₁ = 12.2 fs, τ₂ = 32 fs,
   * f_R = 0.18 (Blow and Wood, IEEE J. Quantum Electron. 25:2665, 1989).
   */
  BLOW_WOOD(0.18) {
    @Override
    double[] transfer(double omega) {
      // With s = 1/τ₂ + jω the transform of e^(−t/τ₂) sin(t/τ₁) is (1/τ₁)/(s² + 1/τ₁²).
      double re = 1 / (TAU2 * TAU2) - omega * omega + 1 / (TAU1 * TAU1);
      double im = 2 * omega / TAU2;
      double numerator = 1 / (TAU1 * TAU1) + 1 / (TAU2 * TAU2);
      double size = re * re + im * im;
      return new double[] {numerator * re / size, -numerator * im / size};
    }

    @Override
    public double at(double time) {
      return time < 0 ? 0 : oscillation(time);
    }
  },
  /**
   * With the boson peak: (1 − f_b) h_BW + f_b (2τ_b − t)/τ_b² e^(−t/τ_b), τ_b = 96 fs, f_b = 0.21,
   * f_R = 0.245 (Lin and Agrawal, Opt. Lett. 31:3086, 2006).
   */
  LIN_AGRAWAL(0.245) {
    @Override
    double[] transfer(double omega) {
      double[] main = BLOW_WOOD.transfer(omega);
      // With s = 1 + jωτ_b: 2/s − 1/s².
      double x = omega * TAU_BOSON;
      double size = 1 + x * x;
      double re = 2 / size - (1 - x * x) / (size * size);
      double im = -2 * x / size + 2 * x / (size * size);
      return new double[] {(1 - BOSON) * main[0] + BOSON * re, (1 - BOSON) * main[1] + BOSON * im};
    }

    @Override
    public double at(double time) {
      return time < 0
          ? 0
          : (1 - BOSON) * oscillation(time)
              + BOSON
                  * (2 * TAU_BOSON - time)
                  / (TAU_BOSON * TAU_BOSON)
                  * Math.exp(-time / TAU_BOSON);
    }
  },
  /**
   * Thirteen vibrational modes broadened both ways, Σ A_i e^(−γ_i t) e^(−Γ_i²t²/4) sin(ω_i t)
   * normalised, f_R = 0.20 (Hollenbeck and Cantrell, J. Opt. Soc. Am. B 19:2886, 2002, table 1). It
   * has no closed transform: h_R is summed in steps of {@value #STEP} s.
   */
  HOLLENBECK_CANTRELL(0.20) {
    @Override
    double[] transfer(double omega) {
      return HollenbeckCantrell.transfer(omega);
    }

    @Override
    public double at(double time) {
      return HollenbeckCantrell.at(time);
    }
  };

  /** Step of numerical transforms [s]: a hundredth of the fastest oscillation (27 fs). Chosen. */
  static final double STEP = 0.25e-15;

  private static final double TAU1 = 12.2e-15;
  private static final double TAU2 = 32e-15;
  private static final double TAU_BOSON = 96e-15;
  private static final double BOSON = 0.21;

  private final double fraction;

  RamanResponse(double fraction) {
    this.fraction = fraction;
  }

  /** Share f_R of the Kerr effect. */
  public double fraction() {
    return fraction;
  }

  /** h_R [1/s] at a time [s]; 0 before 0. */
  public abstract double at(double time);

  /** H_R at an angular frequency [rad/s]: real and imaginary part. */
  abstract double[] transfer(double omega);

  /** H_R at the bins of a grid. */
  public TransferFunction spectrum(TimeGrid grid) {
    int n = grid.samples();
    double[] re = new double[n];
    double[] im = new double[n];
    for (int k = 0; 2 * k <= n && k < n; k++) {
      double[] value = transfer(Math.abs(grid.angularFrequency(k)));
      re[k] = value[0];
      im[k] = value[1];
      int mirror = (n - k) % n;
      re[mirror] = value[0];
      // The bin at half the sampling rate is its own mirror, and h_R is real.
      im[mirror] = mirror == k ? 0 : -value[1];
    }
    return TransferFunction.of(re, im);
  }

  private static double oscillation(double time) {
    return (TAU1 * TAU1 + TAU2 * TAU2)
        / (TAU1 * TAU2 * TAU2)
        * Math.exp(-time / TAU2)
        * Math.sin(time / TAU1);
  }
}
