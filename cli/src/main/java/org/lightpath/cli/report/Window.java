package org.lightpath.cli.report;

import org.lightpath.cli.figure.Axis;
import org.lightpath.cli.figure.Samples;

/**
 * The part of an abscissa where something is to be seen. Time and frequency windows are far wider
 * than pulses, because the transform needs the room; figures do not.
 */
final class Window {
  private final double share;
  private double low = Double.NaN;
  private double high = Double.NaN;

  /**
   * A window around what exceeds {@code share} of its largest value.
   *
   * @param share between 0 and 1
   */
  Window(double share) {
    this.share = share;
  }

  /** Widens the window to where {@code values} over {@code x} are large. */
  Window include(Samples x, Samples values) {
    double threshold = share * values.max();
    for (int i = 0; i < values.size(); i++) {
      if (values.get(i) >= threshold && threshold > 0) {
        low = Double.isNaN(low) ? x.get(i) : Math.min(low, x.get(i));
        high = Double.isNaN(high) ? x.get(i) : Math.max(high, x.get(i));
      }
    }
    return this;
  }

  /**
   * {@code axis} over the window and {@code margin} of its width on both sides, but not beyond
   * {@code x}.
   */
  Axis on(Axis axis, Samples x, double margin) {
    if (!(low < high)) {
      return axis;
    }
    double air = margin * (high - low);
    return axis.range(Math.max(low - air, x.min()), Math.min(high + air, x.max()));
  }
}
