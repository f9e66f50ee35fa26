package org.lightpath.cli.figure;

/**
 * An axis laid out: data to pixels, marks, and the title with its unit.
 *
 * @param axis the axis
 * @param low data value at pixel {@code from}
 * @param high data value at pixel {@code to}
 * @param from pixel of the lower end
 * @param to pixel of the upper end
 */
record Scale(Axis axis, double low, double high, double from, double to) {
  private static final double HEADROOM = 0.05;

  /**
   * The scale of {@code axis} over {@code extent}.
   *
   * @param padded whether linear ends that follow the data get some air
   */
  static Scale of(Axis axis, Extent extent, boolean padded) {
    double low = Double.isNaN(axis.low()) ? extent.low() : axis.low();
    double high = Double.isNaN(axis.high()) ? extent.high() : axis.high();
    if (axis.logarithmic()) {
      return logarithmic(axis, low, high);
    }
    if (!(low < high)) {
      double air = Math.max(Math.abs(low) * 0.1, Double.MIN_NORMAL);
      air = low == 0 || Double.isNaN(low) ? 1 : air;
      double centre = Double.isNaN(low) ? 0 : low;
      return new Scale(axis, centre - air, centre + air, 0, 1);
    }
    double air = padded ? HEADROOM * (high - low) : 0;
    double bottom = Double.isNaN(axis.low()) ? low - air : low;
    // Quantities that are never negative keep zero as their floor.
    bottom = low >= 0 && bottom < 0 ? 0 : bottom;
    double top = Double.isNaN(axis.high()) ? high + air : high;
    return new Scale(axis, bottom, top, 0, 1);
  }

  private static Scale logarithmic(Axis axis, double low, double high) {
    double bottom = low > 0 ? low : high > 0 ? high / 1e3 : 0.1;
    double top = high > bottom ? high : bottom * 10;
    double air = Math.pow(top / bottom, HEADROOM);
    return new Scale(axis, bottom / air, top * air, 0, 1);
  }

  /** The same around its middle, {@code width} wide [unit of the axis]. */
  Scale spanning(double width) {
    double middle = low + (high - low) / 2;
    return new Scale(axis, middle - width / 2, middle + width / 2, from, to);
  }

  /** The same between two pixels. */
  Scale over(double from, double to) {
    return new Scale(axis, low, high, from, to);
  }

  /** Pixel of a value; NaN where the axis has no place for it. */
  double pixel(double value) {
    double position =
        axis.logarithmic()
            ? Math.log(value > 0 ? value / low : Double.NaN) / Math.log(high / low)
            : (value - low) / (high - low);
    return from + position * (to - from);
  }

  /** Data value at a pixel. */
  double value(double pixel) {
    double position = (pixel - from) / (to - from);
    return axis.logarithmic()
        ? low * Math.pow(high / low, position)
        : low + position * (high - low);
  }

  /** Pixels of many values. */
  Samples pixels(Samples values) {
    return values.map(this::pixel);
  }

  /** The prefix of the unit on this axis. */
  SiPrefix prefix() {
    if (axis.logarithmic()) {
      return SiPrefix.NONE;
    }
    return SiPrefix.of(Math.max(Math.abs(low), Math.abs(high)), axis.unit());
  }

  /** Marks, at values of the data, at most {@code most} of them. */
  Ticks ticks(int most) {
    if (!axis.names().isEmpty()) {
      return Ticks.named(axis.names());
    }
    if (axis.logarithmic()) {
      return Ticks.logarithmic(low, high, most);
    }
    double factor = prefix().factor();
    Ticks scaled = Ticks.linear(low / factor, high / factor, most);
    return new Ticks(
        scaled.values().stream().map(v -> v * factor).toList(), scaled.labels(), scaled.minor());
  }

  /** Quantity and unit, such as "Time (ps)". */
  String title() {
    return axis.unit().isEmpty()
        ? axis.quantity()
        : axis.quantity() + " (" + prefix().symbol() + axis.unit() + ")";
  }
}
