package org.lightpath.fiber.gn;

import java.util.List;

/**
 * Efficiency ρ(u) [1/W²] with which three frequencies mix along a link, and its integral.
 *
 * <p>Span s contributes the amplitude p_s γ_s (1 − e^(−αL + jΔL))/(α − jΔ) e^(jφ_s) with Δ =
 * 4π²β₂u, φ_s = Σ_{r&lt;s} Δ_r L_r the phase gathered before it and p_s the power at its input over
 * that at the link's input. ρ is the squared magnitude of the sum, or the sum of the squared
 * magnitudes.
 *
 * <p>F(u) = ∫₀ᵘ ρ is tabulated by Simpson's rule up to a limit where ρ has fallen to its tail, and
 * read off by cubic Hermite interpolation, F′ = ρ being known. Beyond, the oscillation of ρ
 * averages out and its mean, which falls as 1/u², is integrated exactly. ρ is even, so F is odd.
 */
final class MixingEfficiency {
  /**
   * Nodes for each period of the fastest oscillation; Simpson's rule on half of that distance errs
   * by (2π/32)⁴/180, 1e-5 of the oscillating part.
   */
  private static final int NODES_PER_PERIOD = 16;

  /** Table limit in units of α/(4π²|β₂|), where ρ halves: ρ is then 4e6 times below its top. */
  private static final double RANGE = 2000;

  private static final double FOUR_PI_SQUARED = 4 * Math.PI * Math.PI;

  private final List<GnSpan> spans;
  private final boolean coherent;
  private final double step;
  private final double[] density;
  private final double[] integral;
  private final double tail;

  MixingEfficiency(List<GnSpan> spans, IntegralGnModel.Accumulation accumulation) {
    this.spans = spans;
    this.coherent = accumulation == IntegralGnModel.Accumulation.COHERENT;
    double widest = 0;
    double narrowest = Double.POSITIVE_INFINITY;
    double turns = 0; // of the fastest oscillation, per unit of u
    for (GnSpan span : spans) {
      double width = span.attenuation() / (FOUR_PI_SQUARED * Math.abs(span.beta2()));
      widest = Math.max(widest, width);
      narrowest = Math.min(narrowest, width);
      double own = 2 * Math.PI * Math.abs(span.beta2()) * span.length();
      turns = coherent ? turns + own : Math.max(turns, own);
    }
    this.tail = tail();
    this.step = Math.min(1 / turns, narrowest) / NODES_PER_PERIOD;
    int nodes = Math.toIntExact((long) Math.ceil(RANGE * widest / step)) + 1;
    this.density = new double[nodes];
    this.integral = new double[nodes];
    tabulate();
  }

  /**
   * Mean of ρ(u) u² for large u. There a span is two terms, from its two ends; the one of its
   * output has the phase of the next span's input, so in the coherent case the two join before
   * squaring.
   */
  private double tail() {
    double power = 1;
    double fromBefore = 0;
    double sum = 0;
    for (GnSpan span : spans) {
      double input = power * span.gamma() / (FOUR_PI_SQUARED * span.beta2());
      double output = input * Math.exp(-span.attenuation() * span.length());
      double joined = coherent ? input - fromBefore : input;
      sum += joined * joined + (coherent ? 0 : output * output);
      fromBefore = output;
      power *= span.netGain();
    }
    return coherent ? sum + fromBefore * fromBefore : sum;
  }

  private void tabulate() {
    density[0] = density(0);
    for (int i = 1; i < density.length; i++) {
      density[i] = density(i * step);
      double middle = density((i - 0.5) * step);
      integral[i] = integral[i - 1] + step / 6 * (density[i - 1] + 4 * middle + density[i]);
    }
  }

  /** ∫ ρ(xy) dy between two bounds, x not 0. */
  double between(double x, double from, double to) {
    return (integral(x * to) - integral(x * from)) / x;
  }

  /** F(u). */
  double integral(double u) {
    double magnitude = Math.abs(u);
    double position = magnitude / step;
    int last = density.length - 1;
    double value =
        position >= last
            ? integral[last] + tail * (1 / (last * step) - 1 / magnitude)
            : hermite((int) position, position - (int) position);
    return Math.copySign(value, u);
  }

  private double hermite(int i, double t) {
    double s = 1 - t;
    return integral[i] * s * s * (1 + 2 * t)
        + integral[i + 1] * t * t * (1 + 2 * s)
        + step * t * s * (density[i] * s - density[i + 1] * t);
  }

  /** ρ(u). */
  double density(double u) {
    double sumRe = 0;
    double sumIm = 0;
    double sumOfSquares = 0;
    double power = 1;
    double phase = 0;
    for (GnSpan span : spans) {
      double mismatch = FOUR_PI_SQUARED * span.beta2() * u;
      double turn = mismatch * span.length();
      double decay = Math.exp(-span.attenuation() * span.length());
      double scale =
          power * span.gamma() / (span.attenuation() * span.attenuation() + mismatch * mismatch);
      double numeratorRe = 1 - decay * Math.cos(turn);
      double numeratorIm = -decay * Math.sin(turn);
      // Division by α − jΔ is multiplication by (α + jΔ)/(α² + Δ²).
      double re = scale * (numeratorRe * span.attenuation() - numeratorIm * mismatch);
      double im = scale * (numeratorRe * mismatch + numeratorIm * span.attenuation());
      sumOfSquares += re * re + im * im;
      sumRe += re * Math.cos(phase) - im * Math.sin(phase);
      sumIm += re * Math.sin(phase) + im * Math.cos(phase);
      phase += turn;
      power *= span.netGain();
    }
    return coherent ? sumRe * sumRe + sumIm * sumIm : sumOfSquares;
  }
}
