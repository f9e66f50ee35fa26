package org.lightpath.fiber;

import java.util.Arrays;
import java.util.Objects;
import java.util.OptionalDouble;
import org.lightpath.core.plan.LinearOperator;

/**
 * The glass: what a uniform fibre does to light, per metre.
 *
 * <p>β(ω) = Σ_{n≥2} β_n ω^n / n!, with ω relative to the reference frequency: the frame moves with
 * the group velocity there. Loss is a power attenuation α; γ is the nonlinear coefficient.
 */
public final class Fiber {
  private static final int CURVATURE_SAMPLES = 256;

  private final String name;
  private final String source;
  private final double referenceFrequency;
  private final double attenuation;
  private final double[] betas;
  private final double gamma;
  private final OptionalDouble effectiveArea;

  private Fiber(Builder builder) {
    this.name = builder.name;
    this.source = builder.source;
    this.referenceFrequency = builder.referenceFrequency;
    this.attenuation = builder.attenuation;
    this.betas = builder.betas;
    this.gamma = builder.gamma;
    this.effectiveArea = builder.effectiveArea;
  }

  /**
   * Starts a description.
   *
   * @param name for reports
   * @param referenceFrequency optical frequency [Hz] at which β_n and γ hold
   */
  public static Builder named(String name, double referenceFrequency) {
    return new Builder(name, referenceFrequency);
  }

  /** Name, for reports. */
  public String name() {
    return name;
  }

  /** Where the numbers come from. */
  public String source() {
    return source;
  }

  /** Optical frequency [Hz] at which β_n and γ hold. */
  public double referenceFrequency() {
    return referenceFrequency;
  }

  /** Power attenuation α [1/m]: P(z) = P(0) e^(−αz). */
  public double attenuation() {
    return attenuation;
  }

  /** Nonlinear coefficient γ [1/(W·m)]. */
  public double gamma() {
    return gamma;
  }

  /** Effective area [m²] of the mode, if γ was derived from it. */
  public OptionalDouble effectiveArea() {
    return effectiveArea;
  }

  /** β_n [s^n/m] for n ≥ 2; 0 beyond the highest order given. */
  public double beta(int order) {
    int index = order - 2;
    return index < betas.length ? betas[index] : 0;
  }

  /** Highest order n with a given β_n; 1 if there is none. */
  public int highestOrder() {
    return betas.length + 1;
  }

  /**
   * Effective length (1 − e^(−αL))/α [m] of a stretch.
   *
   * @param length L [m]
   */
  public double effectiveLength(double length) {
    return attenuation == 0 ? length : -Math.expm1(-attenuation * length) / attenuation;
  }

  /** β(ω) [rad/m] at an angular frequency [rad/s] relative to the reference. */
  public double propagationConstant(double omega) {
    // Horner from the highest order down: β₂ω²/2! + β₃ω³/3! + … = ω²/2 (β₂ + ω/3 (β₃ + ω/4 (…))).
    double sum = 0;
    for (int order = highestOrder(); order >= 2; order--) {
      sum = omega / order * (beta(order) + sum);
    }
    return omega * sum;
  }

  /** Curvature d²β/dω² [s²/m] at an angular frequency [rad/s] relative to the reference. */
  public double curvature(double omega) {
    // β″ = β₂ + β₃ω + β₄ω²/2 + … = β₂ + ω (β₃ + ω/2 (β₄ + …)).
    double sum = 0;
    for (int order = highestOrder(); order > 2; order--) {
      sum = omega / (order - 2) * (beta(order) + sum);
    }
    return beta(2) + sum;
  }

  /**
   * Largest |d²β/dω²| [s²/m] in a band around the reference, over {@value #CURVATURE_SAMPLES} equal
   * parts of it.
   *
   * @param bandwidth B [Hz]: from −B/2 to B/2
   */
  public double largestCurvature(double bandwidth) {
    double largest = 0;
    for (int i = 0; i <= CURVATURE_SAMPLES; i++) {
      double omega = 2 * Math.PI * bandwidth * ((double) i / CURVATURE_SAMPLES - 0.5);
      largest = Math.max(largest, Math.abs(curvature(omega)));
    }
    return largest;
  }

  /**
   * The same glass with β_n referred to another frequency, in the frame that moves with the group
   * velocity there.
   *
   * <p>β_n ← Σ_{m≥n} β_m Ω^{m−n}/(m−n)! with Ω = 2π·(frequency − reference). Loss and γ stay: how
   * they vary with frequency is not part of this description.
   *
   * @param frequency new reference frequency [Hz], for instance the carrier of a simulation
   */
  public Fiber referredTo(double frequency) {
    if (frequency == referenceFrequency) {
      return this;
    }
    double offset = 2 * Math.PI * (frequency - referenceFrequency);
    double[] shifted = new double[betas.length];
    for (int order = 2; order <= highestOrder(); order++) {
      double sum = 0;
      for (int m = highestOrder(); m > order; m--) {
        sum = offset / (m - order) * (beta(m) + sum);
      }
      shifted[order - 2] = beta(order) + sum;
    }
    Builder builder = named(name, frequency).source(source).attenuation(attenuation);
    builder.effectiveArea = effectiveArea;
    return builder.betas(shifted).gamma(gamma).build();
  }

  /**
   * β of two polarisations with differential group delay, at the bins of a grid whose carrier is
   * this fibre's reference frequency: β_x = β + ωδ/2, β_y = β − ωδ/2.
   *
   * @param delay δ [s/m]: mode 0 (x) arrives later than mode 1 (y) by δ·L
   */
  public LinearOperator linearOperator(TimeGrid grid, double delay) {
    if (delay == 0) {
      return linearOperator(grid);
    }
    double[][] beta = new double[2][grid.samples()];
    for (int k = 0; k < grid.samples(); k++) {
      double omega = grid.angularFrequency(k);
      double common = propagationConstant(omega);
      beta[0][k] = common + omega * delay / 2;
      beta[1][k] = common - omega * delay / 2;
    }
    return LinearOperator.perMode(beta);
  }

  /** β at the bins of a grid whose carrier is this fibre's reference frequency. */
  public LinearOperator linearOperator(TimeGrid grid) {
    double[] beta = new double[grid.samples()];
    for (int k = 0; k < beta.length; k++) {
      beta[k] = propagationConstant(grid.angularFrequency(k));
    }
    return LinearOperator.common(beta);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Fiber that
        && name.equals(that.name)
        && source.equals(that.source)
        && referenceFrequency == that.referenceFrequency
        && attenuation == that.attenuation
        && gamma == that.gamma
        && Arrays.equals(betas, that.betas)
        && effectiveArea.equals(that.effectiveArea);
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, referenceFrequency, attenuation, gamma, Arrays.hashCode(betas));
  }

  @Override
  public String toString() {
    return "fibre '%s': α = %.6g /m, β_n = %s s^n/m, γ = %.6g /(W m) at %.6g Hz (%s)"
        .formatted(name, attenuation, Arrays.toString(betas), gamma, referenceFrequency, source);
  }

  /** Builds a fibre; everything not given is zero. */
  public static final class Builder {
    private final String name;
    private final double referenceFrequency;
    private String source = "given by the user";
    private double attenuation;
    private double[] betas = {};
    private double gamma;
    private OptionalDouble effectiveArea = OptionalDouble.empty();

    private Builder(String name, double referenceFrequency) {
      this.name = Objects.requireNonNull(name);
      if (!(referenceFrequency > 0) || Double.isInfinite(referenceFrequency)) {
        throw new IllegalArgumentException(
            "fibre '%s': reference frequency is %s Hz, expected a positive number"
                .formatted(name, referenceFrequency));
      }
      this.referenceFrequency = referenceFrequency;
    }

    /** Where the numbers come from. */
    public Builder source(String value) {
      source = Objects.requireNonNull(value);
      return this;
    }

    /** Power attenuation α [1/m]. */
    public Builder attenuation(double value) {
      attenuation = finite("attenuation [1/m]", value);
      return this;
    }

    /** β₂, β₃, … [s^n/m]. */
    public Builder betas(double... values) {
      for (double value : values) {
        finite("β", value);
      }
      betas = Arrays.copyOf(values, values.length);
      return this;
    }

    /**
     * β₂ and β₃ from dispersion and slope at the reference frequency.
     *
     * <p>β₂ = −Dλ²/(2πc), β₃ = (λ²/(2πc))² (S + 2D/λ).
     *
     * @param d D [s/m²]; 1 ps/(nm·km) is 1e-6 s/m²
     * @param slope S = dD/dλ [s/m³]; 1 ps/(nm²·km) is 1e3 s/m³
     */
    public Builder dispersion(double d, double slope) {
      double wavelength = Optics.SPEED_OF_LIGHT / referenceFrequency;
      double factor = wavelength * wavelength / (2 * Math.PI * Optics.SPEED_OF_LIGHT);
      return betas(-d * factor, factor * factor * (slope + 2 * d / wavelength));
    }

    /** Nonlinear coefficient γ [1/(W·m)]. */
    public Builder gamma(double value) {
      gamma = finite("γ [1/(W·m)]", value);
      return this;
    }

    /**
     * γ = 2πν₀ n₂ / (c A_eff) at the reference frequency ν₀.
     *
     * @param nonlinearIndex n₂ [m²/W]
     * @param area A_eff [m²]
     */
    public Builder kerr(double nonlinearIndex, double area) {
      if (!(area > 0)) {
        throw new IllegalArgumentException(
            "fibre '%s': effective area is %s m², expected a positive number"
                .formatted(name, area));
      }
      effectiveArea = OptionalDouble.of(area);
      return gamma(
          2 * Math.PI * referenceFrequency * nonlinearIndex / (Optics.SPEED_OF_LIGHT * area));
    }

    private double finite(String what, double value) {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException(
            "fibre '%s': %s is %s, expected a finite number".formatted(name, what, value));
      }
      return value;
    }

    /** The fibre. */
    public Fiber build() {
      return new Fiber(this);
    }
  }
}
