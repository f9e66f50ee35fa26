package org.lightpath.cli.figure;

import java.util.Arrays;

/**
 * A sequential colour map of equal perceived steps, from near black over blue and green to pale
 * yellow.
 *
 * <p>The curve runs through CIELAB (CIE 15:2004, D65): lightness L* rises linearly from 6 to 96
 * while the hue turns from 295° to 98°; chroma follows the boundary of the sRGB gamut (IEC
 * 61966-2-1), at most 58, smoothed from below so that no corner of the gamut shows as an edge.
 * Entries then sit at equal arc length of the curve, which makes all neighbours equally far apart
 * in ΔE*ab. Lightness rises throughout, so that it reads in grey and with any colour vision.
 */
public final class ColorMap {
  /** Entries of the map. */
  public static final int ENTRIES = 254;

  private static final int CURVE = 4096;
  private static final int[] RGB = build();

  private ColorMap() {}

  /** The colour at {@code position}, 0 (lowest) to 1, as 0xRRGGBB. */
  public static int rgb(double position) {
    return entry((int) Math.round(Math.clamp(position, 0, 1) * (ENTRIES - 1)));
  }

  /** Entry {@code index} of {@link #ENTRIES}, as 0xRRGGBB. */
  public static int entry(int index) {
    return RGB[index];
  }

  private static int[] build() {
    double[] chroma = smoothedFromBelow(gamutBoundary());
    double[][] curve = new double[CURVE + 1][];
    double[] arc = new double[CURVE + 1];
    for (int i = 0; i <= CURVE; i++) {
      curve[i] = polar(lightness(i), chroma[i], hue(i));
      arc[i] = i == 0 ? 0 : arc[i - 1] + distance(curve[i], curve[i - 1]);
    }
    int[] rgb = new int[ENTRIES];
    int at = 0;
    for (int i = 0; i < ENTRIES; i++) {
      double wanted = arc[CURVE] * i / (ENTRIES - 1);
      while (at < CURVE && arc[at] < wanted) {
        at++;
      }
      rgb[i] = pack(linearRgb(curve[at]));
    }
    return rgb;
  }

  private static double lightness(int i) {
    return 6 + 90.0 * i / CURVE;
  }

  private static double hue(int i) {
    return Math.toRadians(295 - 197.0 * i / CURVE);
  }

  private static double[] gamutBoundary() {
    double[] boundary = new double[CURVE + 1];
    for (int i = 0; i <= CURVE; i++) {
      double low = 0;
      double high = 58;
      for (int k = 0; k < 30; k++) {
        double middle = (low + high) / 2;
        boolean inside = inGamut(linearRgb(polar(lightness(i), middle, hue(i))));
        low = inside ? middle : low;
        high = inside ? high : middle;
      }
      boundary[i] = low;
    }
    return boundary;
  }

  /** The running mean of the running minimum over one width: smooth, and nowhere above. */
  private static double[] smoothedFromBelow(double[] values) {
    int reach = CURVE / 8;
    double[] lowest = new double[values.length];
    double[] smooth = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      int from = Math.max(0, i - reach);
      int to = Math.min(values.length, i + reach + 1);
      lowest[i] = Arrays.stream(values, from, to).min().orElse(0);
    }
    for (int i = 0; i < values.length; i++) {
      int from = Math.max(0, i - reach);
      int to = Math.min(values.length, i + reach + 1);
      smooth[i] = Arrays.stream(lowest, from, to).average().orElse(0);
    }
    return smooth;
  }

  private static double[] polar(double lightness, double chroma, double hue) {
    return new double[] {lightness, chroma * Math.cos(hue), chroma * Math.sin(hue)};
  }

  private static double distance(double[] a, double[] b) {
    return Math.hypot(Math.hypot(a[0] - b[0], a[1] - b[1]), a[2] - b[2]);
  }

  /** CIELAB to linear sRGB, white point D65. */
  private static double[] linearRgb(double[] lab) {
    double fy = (lab[0] + 16) / 116;
    double x = 0.95047 * inverseF(fy + lab[1] / 500);
    double y = inverseF(fy);
    double z = 1.08883 * inverseF(fy - lab[2] / 200);
    return new double[] {
      3.2404542 * x - 1.5371385 * y - 0.4985314 * z,
      -0.9692660 * x + 1.8760108 * y + 0.0415560 * z,
      0.0556434 * x - 0.2040259 * y + 1.0572252 * z
    };
  }

  private static double inverseF(double f) {
    double delta = 6.0 / 29;
    return f > delta ? f * f * f : 3 * delta * delta * (f - 4.0 / 29);
  }

  private static boolean inGamut(double[] linear) {
    for (double c : linear) {
      if (c < 0 || c > 1) {
        return false;
      }
    }
    return true;
  }

  private static int pack(double[] linear) {
    int rgb = 0;
    for (double c : linear) {
      double v = Math.clamp(c, 0, 1);
      double encoded = v <= 0.0031308 ? 12.92 * v : 1.055 * Math.pow(v, 1 / 2.4) - 0.055;
      rgb = rgb << 8 | (int) Math.round(255 * encoded);
    }
    return rgb;
  }
}
