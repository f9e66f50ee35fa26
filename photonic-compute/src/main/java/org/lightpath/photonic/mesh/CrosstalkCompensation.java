package org.lightpath.photonic.mesh;

/**
 * Heater phases that, with the heat of all neighbours, give the phases of a design: the solution x
 * of {@code x + G x = φ} modulo 2π with x in [0, 2π), by the iteration x ← φ − G x.
 *
 * <p>It converges where the neighbours together heat a place by less than its own heater. A heater
 * close to 0 may have no solution: just below 0 it is driven to almost 2π, which heats the
 * neighbours, whose change pushes it above 0 again. The best settings found are returned with what
 * is left.
 *
 * <p>Comes after {@link SelfConfiguration}, which asks for phases and does not know how they come
 * about.
 */
public final class CrosstalkCompensation {
  private static final int ITERATIONS = 200;

  /** Of the order of the rounding of phases of some turns [rad]. */
  private static final double ENOUGH = 1e-13;

  private CrosstalkCompensation() {}

  /**
   * Compensated settings.
   *
   * @param mesh settings to drive the heaters with
   * @param residual largest deviation of a heated phase from the design, modulo 2π [rad]
   */
  public record Result(InterferometerMesh mesh, double residual) {}

  /** Compensates a design. */
  public static Result compensate(InterferometerMesh design, ThermalCrosstalk crosstalk) {
    HeaterPhases wanted = phases(design);
    InterferometerMesh next = design;
    Result best = new Result(design, Double.POSITIVE_INFINITY);
    for (int i = 0; i < ITERATIONS && best.residual > ENOUGH; i++) {
      HeaterPhases driven = phases(next);
      HeaterPhases missing = missing(wanted, crosstalk.heat(design.layout(), driven));
      double residual = largest(missing);
      if (residual < best.residual) {
        best = new Result(next, residual);
      }
      next =
          new InterferometerMesh(
              design.layout(),
              sum(driven.theta(), missing.theta()),
              sum(driven.phi(), missing.phi()),
              sum(driven.output(), missing.output()));
    }
    return best;
  }

  private static HeaterPhases phases(InterferometerMesh mesh) {
    return new HeaterPhases(mesh.thetas(), mesh.phis(), mesh.outputs());
  }

  private static HeaterPhases missing(HeaterPhases wanted, HeaterPhases heated) {
    return new HeaterPhases(
        difference(wanted.theta(), heated.theta()),
        difference(wanted.phi(), heated.phi()),
        difference(wanted.output(), heated.output()));
  }

  /** Shortest way from b to a on the circle. */
  private static double[] difference(double[] a, double[] b) {
    double[] result = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      result[i] = Math.IEEEremainder(a[i] - b[i], Phases.TURN);
    }
    return result;
  }

  private static double[] sum(double[] a, double[] b) {
    double[] result = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      result[i] = a[i] + b[i];
    }
    return result;
  }

  private static double largest(HeaterPhases phases) {
    double largest = 0;
    for (double[] values : new double[][] {phases.theta(), phases.phi(), phases.output()}) {
      for (double value : values) {
        largest = Math.max(largest, Math.abs(value));
      }
    }
    return largest;
  }
}
