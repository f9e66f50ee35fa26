package org.lightpath.cli.figure;

import java.util.ArrayList;
import java.util.List;

/** Fewer points for the same picture. */
final class Decimation {
  private Decimation() {}

  /**
   * A line with at most four points per column of pixels: the first, lowest, highest and last, in
   * their order, so that every extreme stays. Points must be in pixels, with ascending abscissae;
   * other lines are returned as they are.
   */
  static Points perColumn(Points points) {
    if (points.size() < 64 || !ascending(points.x())) {
      return points;
    }
    List<Integer> kept = new ArrayList<>();
    int start = 0;
    for (int i = 1; i <= points.size(); i++) {
      if (i == points.size() || column(points, i) != column(points, start)) {
        keep(points, start, i, kept);
        start = i;
      }
    }
    int[] indices = kept.stream().mapToInt(Integer::intValue).toArray();
    return new Points(points.x().at(indices), points.y().at(indices));
  }

  /** The column of a point; gaps are columns of their own kind and so survive. */
  private static long column(Points points, int index) {
    return points.present(index) ? (long) Math.floor(points.x().get(index)) : Long.MIN_VALUE;
  }

  private static void keep(Points points, int from, int to, List<Integer> kept) {
    int low = from;
    int high = from;
    for (int i = from; i < to && points.present(i); i++) {
      low = points.y().get(i) < points.y().get(low) ? i : low;
      high = points.y().get(i) > points.y().get(high) ? i : high;
    }
    int[] candidates = {from, Math.min(low, high), Math.max(low, high), to - 1};
    int last = -1;
    for (int candidate : candidates) {
      if (candidate > last) {
        kept.add(candidate);
        last = candidate;
      }
    }
  }

  private static boolean ascending(Samples x) {
    double last = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < x.size(); i++) {
      if (x.get(i) < last) {
        return false;
      }
      last = Double.isNaN(x.get(i)) ? last : x.get(i);
    }
    return true;
  }

  /** At most {@code most} of the points, evenly picked. */
  static Points evenly(Points points, int most) {
    if (points.size() <= most) {
      return points;
    }
    int[] indices = new int[most];
    for (int i = 0; i < most; i++) {
      indices[i] = (int) ((long) i * points.size() / most);
    }
    return new Points(points.x().at(indices), points.y().at(indices));
  }
}
