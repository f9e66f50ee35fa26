package org.lightpath.fiber.link;

import java.util.Objects;
import org.lightpath.core.plan.TransferFunction;
import org.lightpath.fiber.TimeGrid;

/**
 * Band-pass filter without phase, the same for both polarisations.
 *
 * @param shape course of |H(f)|
 * @param centre frequency of the middle of the passband relative to the carrier [Hz]
 * @param bandwidth full width [Hz] at half of the power transmission |H|²
 */
public record OpticalFilter(Shape shape, double centre, double bandwidth) implements LinkElement {
  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if the centre is not finite or the bandwidth not positive
   */
  public OpticalFilter {
    Objects.requireNonNull(shape);
    if (!Double.isFinite(centre)) {
      throw new IllegalArgumentException(
          "filter: centre is %s Hz, expected a finite number".formatted(centre));
    }
    if (!(bandwidth > 0) || Double.isInfinite(bandwidth)) {
      throw new IllegalArgumentException(
          "filter: bandwidth is %s Hz, expected a positive number".formatted(bandwidth));
    }
  }

  /** Course of |H| over the detuning x = (f − centre)/(bandwidth/2): |H(±1)|² = ½. */
  public sealed interface Shape {
    /** |H| at a relative detuning x ≥ 0. */
    double magnitude(double x);
  }

  /**
   * |H|² = 2^(−x^(2n)); n = 1 is a Gaussian.
   *
   * @param order n ≥ 1
   */
  public record SuperGaussian(int order) implements Shape {
    /** Checks the order. */
    public SuperGaussian {
      if (order < 1) {
        throw new IllegalArgumentException(
            "super-Gaussian filter: order is %d, expected at least 1".formatted(order));
      }
    }

    @Override
    public double magnitude(double x) {
      return Math.exp(-0.5 * Math.log(2) * Math.pow(x, 2 * order));
    }
  }

  /** |H| = 1 inside, 0 outside; on the edge √½. */
  public record Rectangular() implements Shape {
    private static final double EDGE = 1e-9;

    @Override
    public double magnitude(double x) {
      // Rounding of a bin's frequency must not decide on which side of the edge it lies.
      if (Math.abs(x - 1) < EDGE) {
        return Math.sqrt(0.5);
      }
      return x < 1 ? 1 : 0;
    }
  }

  /**
   * |H|² = 1 for x ≤ 1 − r, 0 for x ≥ 1 + r, and ½(1 − sin(π(x − 1)/(2r))) between.
   *
   * @param rollOff r in (0, 1]
   */
  public record RaisedCosine(double rollOff) implements Shape {
    /** Checks the roll-off. */
    public RaisedCosine {
      if (!(rollOff > 0 && rollOff <= 1)) {
        throw new IllegalArgumentException(
            "raised-cosine filter: roll-off is %s, expected more than 0 and at most 1"
                .formatted(rollOff));
      }
    }

    @Override
    public double magnitude(double x) {
      if (x <= 1 - rollOff) {
        return 1;
      }
      return x >= 1 + rollOff
          ? 0
          : Math.sqrt(Math.max(0, 0.5 * (1 - Math.sin(Math.PI * (x - 1) / (2 * rollOff)))));
    }
  }

  /** |H| at a frequency [Hz] relative to the carrier. */
  public double magnitude(double frequency) {
    return shape.magnitude(Math.abs(frequency - centre) / (bandwidth / 2));
  }

  /** |H|² at a frequency [Hz] relative to the carrier: power density out over in. */
  public double transmission(double frequency) {
    double amplitude = magnitude(frequency);
    return amplitude * amplitude;
  }

  /**
   * H at the bins of a grid.
   *
   * @throws IllegalArgumentException if the passband lies outside the simulated bandwidth
   */
  public TransferFunction transfer(TimeGrid grid) {
    double reach = Math.abs(centre) + bandwidth / 2;
    if (reach > grid.bandwidth() / 2) {
      throw new IllegalArgumentException(
          "filter: passband reaches %.6g Hz from the carrier, the simulated band ends at %.6g Hz; use a smaller sample spacing"
              .formatted(reach, grid.bandwidth() / 2));
    }
    double[] re = new double[grid.samples()];
    for (int k = 0; k < re.length; k++) {
      re[k] = magnitude(grid.frequency(k));
    }
    return TransferFunction.of(re, new double[re.length]);
  }
}
