package org.lightpath.fiber.pulse;

import java.util.List;
import org.lightpath.core.field.ComplexField;
import org.lightpath.core.field.FieldShape;
import org.lightpath.core.field.Precision;
import org.lightpath.fiber.TimeGrid;

/** Turns waveforms into sampled fields and refuses those that grid or polarisation cannot hold. */
public final class Fields {
  /**
   * Largest power at the edge of window or band over the peak.
   *
   * <p>The field is periodic in both, so light at an edge meets its own image. A field at 10⁻⁴ of
   * the peak disturbs the result by that much: as much as the steps of a careful run do.
   */
  public static final double EDGE_LIMIT = 1e-8;

  private Fields() {}

  /**
   * Samples a batch, one field for each waveform.
   *
   * @param waveforms at least one
   * @param grid times of the samples
   * @param modes 1 (scalar) or 2 polarisations
   * @return a double-precision field that the caller closes
   * @throws IllegalArgumentException if the window or the bandwidth is too small for a waveform, a
   *     wave's detuning is not a bin of the grid, or given samples do not fit
   */
  public static ComplexField sample(List<? extends Waveform> waveforms, TimeGrid grid, int modes) {
    ComplexField field =
        ComplexField.allocate(
            new FieldShape(waveforms.size(), modes, grid.samples()), Precision.DOUBLE);
    try {
      for (int index = 0; index < waveforms.size(); index++) {
        switch (waveforms.get(index)) {
          case Waveform.Sum sum -> sum.pulses().forEach(new Adder(field, index, grid)::add);
          case Waveform.Samples samples -> write(samples, field, index);
        }
        requireFits(waveforms.get(index), field, index, grid);
      }
      return field;
    } catch (RuntimeException e) {
      field.close();
      throw e;
    }
  }

  private static void write(Waveform.Samples samples, ComplexField field, int index) {
    if (samples.modes() != field.shape().modes()) {
      throw new IllegalArgumentException(
          "samples of field %d: %d polarisations given, the experiment has %d"
              .formatted(index, samples.modes(), field.shape().modes()));
    }
    for (int mode = 0; mode < samples.modes(); mode++) {
      field.write(index, mode, samples.re(mode), samples.im(mode));
    }
  }

  private static void requireFits(Waveform waveform, ComplexField field, int index, TimeGrid grid) {
    double[] power = power(field, index);
    double peak = power[Peak.indexOfLargest(power)];
    if (!(peak > 0) || Double.isInfinite(peak)) {
      throw new IllegalArgumentException(
          "waveform of field %d: peak power is %s W, expected a positive number"
              .formatted(index, peak));
    }
    double edge = Peak.edge(power);
    if (waveform.confined() && edge > EDGE_LIMIT) {
      throw new IllegalArgumentException(
          ("window too short for its pulse: at the edge of the %.6g s window the power of field %d is"
                  + " %.3g of its peak, expected at most %.3g; use a longer window (more samples at"
                  + " the same spacing) or a shorter pulse")
              .formatted(grid.window(), index, edge, EDGE_LIMIT));
    }
    double spectralEdge = PowerSpectrum.of(field, index, grid).edge();
    if (waveform.bandLimited() && spectralEdge > EDGE_LIMIT) {
      throw new IllegalArgumentException(
          ("bandwidth too small for its pulse: at the edge of the %.6g Hz band the spectrum of field"
                  + " %d is %.3g of its peak, expected at most %.3g; use a smaller sample spacing"
                  + " (more samples in the same window) or a smoother pulse")
              .formatted(grid.bandwidth(), index, spectralEdge, EDGE_LIMIT));
    }
  }

  /** |A|² [W] of each sample of a field, over all modes. */
  static double[] power(ComplexField field, int index) {
    double[] power = new double[field.shape().samples()];
    for (int mode = 0; mode < field.shape().modes(); mode++) {
      for (int n = 0; n < power.length; n++) {
        power[n] += field.power(index, mode, n);
      }
    }
    return power;
  }
}
