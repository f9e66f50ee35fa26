package org.lightpath.photonic.device;

/**
 * Rectangle a device takes on the chip.
 *
 * @param length along the light [m]
 * @param width across it [m]
 */
public record Footprint(double length, double width) {
  /** Checks the numbers. */
  public Footprint {
    Require.notNegative("length", length, "m");
    Require.notNegative("width", width, "m");
  }

  /** A footprint in micrometres. */
  public static Footprint micrometres(double length, double width) {
    return new Footprint(length * 1e-6, width * 1e-6);
  }

  /** Length times width [m²]. */
  public double area() {
    return length * width;
  }
}
