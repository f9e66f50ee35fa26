package org.lightpath.fiber.pulse;

import org.lightpath.core.field.ComplexField;
import org.lightpath.fiber.Polarisation;
import org.lightpath.fiber.TimeGrid;
import org.lightpath.fiber.exact.Envelope;

/** Adds sampled pulses to one field of a batch. */
record Adder(ComplexField field, int index, TimeGrid grid) {
  /** A detuning this near to a bin is that bin: rounding of f·N·dt, not a different frequency. */
  private static final double BIN_TOLERANCE = 1e-6;

  void add(Pulse pulse) {
    requirePolarisation(pulse);
    if (!pulse.shape().confined()) {
      requireBin(pulse);
    }
    Polarisation state = pulse.polarisation();
    Envelope envelope = pulse.envelope();
    double[] amplitude = new double[2];
    for (int n = 0; n < grid.samples(); n++) {
      envelope.at(grid.time(n), amplitude);
      addTo(0, n, Math.cos(state.angle()), 0, amplitude);
      if (field.shape().modes() == 2) {
        addTo(1, n, Math.sin(state.angle()), state.phase(), amplitude);
      }
    }
  }

  private void addTo(int mode, int n, double share, double turn, double[] amplitude) {
    double c = share * Math.cos(turn);
    double s = share * Math.sin(turn);
    double re = c * amplitude[0] - s * amplitude[1];
    double im = s * amplitude[0] + c * amplitude[1];
    field.set(index, mode, n, field.re(index, mode, n) + re, field.im(index, mode, n) + im);
  }

  private void requirePolarisation(Pulse pulse) {
    if (field.shape().modes() == 1 && !pulse.polarisation().equals(Polarisation.X)) {
      throw new IllegalArgumentException(
          "pulse of field %d: %s in an experiment with one polarisation, expected %s; use two polarisations"
              .formatted(index, pulse.polarisation(), Polarisation.X));
    }
  }

  private void requireBin(Pulse pulse) {
    double bin = pulse.detuning() * grid.window();
    double nearest = Math.rint(bin);
    if (Math.abs(bin - nearest) > BIN_TOLERANCE
        || Math.abs(pulse.detuning()) >= grid.bandwidth() / 2) {
      throw new IllegalArgumentException(
          ("wave of field %d: detuning %.9g Hz, expected a multiple of 1/window = %.9g Hz below %.6g Hz;"
                  + " the nearest is %.9g Hz, or choose a window of %.9g s")
              .formatted(
                  index,
                  pulse.detuning(),
                  1 / grid.window(),
                  grid.bandwidth() / 2,
                  nearest / grid.window(),
                  Math.max(1, nearest) / Math.abs(pulse.detuning())));
    }
  }
}
