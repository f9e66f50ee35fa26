package org.lightpath.cli.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Sorts points into classes by how many points lie near them, so that the core of each cloud of a
 * constellation stands out.
 *
 * <p>Near means the same or a neighbouring cell of 6 px. The classes split the points by rank at
 * the shares below, least dense first: a class keeps its meaning whatever the number of points.
 */
final class DensityClasses {
  private static final double CELL = 6;
  private static final double[] SHARES = {0.12, 0.35, 0.62, 0.86, 1};

  private DensityClasses() {}

  static List<Points> of(Points points) {
    int[] present = presentIndices(points);
    Map<Long, Integer> counts = new HashMap<>();
    for (int i : present) {
      counts.merge(cell(points, i, 0, 0), 1, Integer::sum);
    }
    Integer[] order = Arrays.stream(present).boxed().toArray(Integer[]::new);
    Map<Integer, Integer> near = new HashMap<>();
    for (int i : present) {
      near.put(i, neighbours(points, i, counts));
    }
    Arrays.sort(order, (a, b) -> Integer.compare(near.getOrDefault(a, 0), near.getOrDefault(b, 0)));
    List<Points> classes = new ArrayList<>();
    int from = 0;
    for (double share : SHARES) {
      int to = (int) Math.round(share * order.length);
      int[] picked = Arrays.stream(order, from, to).mapToInt(Integer::intValue).toArray();
      classes.add(new Points(points.x().at(picked), points.y().at(picked)));
      from = to;
    }
    return classes;
  }

  private static int[] presentIndices(Points points) {
    int[] indices = new int[points.size()];
    int count = 0;
    for (int i = 0; i < points.size(); i++) {
      if (points.present(i)) {
        indices[count++] = i;
      }
    }
    return Arrays.copyOf(indices, count);
  }

  private static int neighbours(Points points, int index, Map<Long, Integer> counts) {
    int sum = 0;
    for (int dx = -1; dx <= 1; dx++) {
      for (int dy = -1; dy <= 1; dy++) {
        sum += counts.getOrDefault(cell(points, index, dx, dy), 0);
      }
    }
    return sum;
  }

  private static long cell(Points points, int index, int dx, int dy) {
    long column = (long) Math.floor(points.x().get(index) / CELL) + dx;
    long row = (long) Math.floor(points.y().get(index) / CELL) + dy;
    return column << 32 | (row & 0xffffffffL);
  }
}
