package org.lightpath.cloud.graph.operator;

import java.util.ArrayList;
import java.util.List;
import org.lightpath.cloud.graph.Shapes;

/**
 * Which elements belong together when axes are reduced: lines of elements, one for each element of
 * the result.
 */
final class Reduction {
  private final int[] starts;
  private final int[] steps;

  private Reduction(int[] shape, boolean[] gone) {
    int[] strides = Shapes.strides(shape);
    List<int[]> keptAxes = new ArrayList<>();
    List<int[]> reducedAxes = new ArrayList<>();
    for (int axis = 0; axis < shape.length; axis++) {
      (gone[axis] ? reducedAxes : keptAxes).add(new int[] {shape[axis], strides[axis]});
    }
    int[] kept = keptAxes.stream().mapToInt(axis -> axis[0]).toArray();
    int[] keptStrides = keptAxes.stream().mapToInt(axis -> axis[1]).toArray();
    int[] reduced = reducedAxes.stream().mapToInt(axis -> axis[0]).toArray();
    int[] reducedStrides = reducedAxes.stream().mapToInt(axis -> axis[1]).toArray();
    starts = offsets(kept, keptStrides);
    steps = offsets(reduced, reducedStrides);
  }

  /** Reduction over the named axes; over all if there are none. */
  static Reduction of(int[] shape, int... axes) {
    boolean[] gone = new boolean[shape.length];
    for (int axis : axes) {
      gone[Shapes.axis(axis, shape.length)] = true;
    }
    if (axes.length == 0) {
      java.util.Arrays.fill(gone, true);
    }
    return new Reduction(shape, gone);
  }

  private static int[] offsets(int[] extents, int[] strides) {
    int[] result = new int[Shapes.elements(extents)];
    for (int i = 0; i < result.length; i++) {
      int rest = i;
      for (int axis = extents.length - 1; axis >= 0; axis--) {
        result[i] += rest % extents[axis] * strides[axis];
        rest /= extents[axis];
      }
    }
    return result;
  }

  /** Number of elements of the result. */
  int lines() {
    return starts.length;
  }

  /** Number of elements of a line. */
  int length() {
    return steps.length;
  }

  /** Place of an element of a line. */
  int element(int line, int index) {
    return starts[line] + steps[index];
  }

  /** Whether the elements of a line lie side by side. */
  boolean contiguous() {
    return steps.length == 0 || steps[steps.length - 1] == steps.length - 1;
  }
}
