package org.lightpath.cli.figure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ColorMapTest {
  /** CIELAB of an entry, by the inverse path of the one that made it. */
  private static double[] lab(int rgb) {
    double[] linear = new double[3];
    for (int c = 0; c < 3; c++) {
      double v = (rgb >> (16 - 8 * c) & 0xff) / 255.0;
      linear[c] = v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4);
    }
    double fx =
        f((0.4124564 * linear[0] + 0.3575761 * linear[1] + 0.1804375 * linear[2]) / 0.95047);
    double fy = f(0.2126729 * linear[0] + 0.7151522 * linear[1] + 0.0721750 * linear[2]);
    double fz =
        f((0.0193339 * linear[0] + 0.1191920 * linear[1] + 0.9503041 * linear[2]) / 1.08883);
    return new double[] {116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)};
  }

  private static double f(double t) {
    double delta = 6.0 / 29;
    return t > delta * delta * delta ? Math.cbrt(t) : t / (3 * delta * delta) + 4.0 / 29;
  }

  private static double distance(int from, int to) {
    return distance(lab(ColorMap.entry(from)), lab(ColorMap.entry(to)));
  }

  private static double distance(double[] a, double[] b) {
    return Math.hypot(Math.hypot(a[0] - b[0], a[1] - b[1]), a[2] - b[2]);
  }

  @Test
  void lightnessRisesThroughout() {
    for (int i = 8; i < ColorMap.ENTRIES; i++) {
      assertThat(lab(ColorMap.entry(i))[0]).isGreaterThan(lab(ColorMap.entry(i - 8))[0]);
    }
    assertThat(lab(ColorMap.entry(0))[0]).isLessThan(10);
    assertThat(lab(ColorMap.entry(ColorMap.ENTRIES - 1))[0]).isGreaterThan(92);
  }

  @Test
  void equalStepsLookEqual() {
    int stride = 16;
    double total = 0;
    int count = 0;
    for (int i = 0; i + stride < ColorMap.ENTRIES; i += stride) {
      total += distance(i, i + stride);
      count++;
    }
    double mean = total / count;
    // A chord is shorter than its arc by (angle)²/24 of it, below 2 % for a turn of 197° in 15
    // parts.
    double chord = 0.02 * mean;
    for (int i = 0; i + stride < ColorMap.ENTRIES; i += stride) {
      double rounding = halfLevel(i) + halfLevel(i + stride);
      assertThat(distance(i, i + stride))
          .isBetween(mean - chord - rounding, mean + chord + rounding);
    }
  }

  /** How far half a level of 255 in every channel moves an entry, in ΔE. */
  private static double halfLevel(int entry) {
    int rgb = ColorMap.entry(entry);
    double sum = 0;
    for (int shift = 0; shift <= 16; shift += 8) {
      int level = rgb >> shift & 0xff;
      int moved = level < 255 ? rgb + (1 << shift) : rgb - (1 << shift);
      sum += distance(lab(rgb), lab(moved)) / 2;
    }
    return sum;
  }
}
