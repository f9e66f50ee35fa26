package org.lightpath.fiber.exact;

import org.lightpath.core.field.ComplexField;
import org.lightpath.fiber.Polarisation;
import org.lightpath.fiber.TimeGrid;

/** A closed-form field A(t, z) in a fixed state of polarisation. */
public interface ExactEnvelope extends ClosedForm {
  /**
   * Amplitude at a time and position, written to {@code amplitude[0]} (re) and {@code amplitude[1]}
   * (im) [√W].
   *
   * @param time t [s], in the frame that moves with the group velocity at the carrier
   * @param position z [m]
   */
  void at(double time, double position, double[] amplitude);

  /** State of polarisation, which stays. */
  Polarisation polarisation();

  /** Relative L2 distance of the complex field: ‖A − A_exact‖/‖A_exact‖ over all modes. */
  @Override
  default double error(ComplexField field, int index, TimeGrid grid, double position) {
    double[] amplitude = new double[2];
    double difference = 0;
    double norm = 0;
    for (int mode = 0; mode < field.shape().modes(); mode++) {
      double share =
          mode == 0 ? Math.cos(polarisation().angle()) : Math.sin(polarisation().angle());
      double turn = mode == 0 ? 0 : polarisation().phase();
      double c = share * Math.cos(turn);
      double s = share * Math.sin(turn);
      for (int n = 0; n < grid.samples(); n++) {
        at(grid.time(n), position, amplitude);
        double re = c * amplitude[0] - s * amplitude[1];
        double im = c * amplitude[1] + s * amplitude[0];
        double deltaRe = field.re(index, mode, n) - re;
        double deltaIm = field.im(index, mode, n) - im;
        difference += deltaRe * deltaRe + deltaIm * deltaIm;
        norm += re * re + im * im;
      }
    }
    return Math.sqrt(difference / norm);
  }
}
