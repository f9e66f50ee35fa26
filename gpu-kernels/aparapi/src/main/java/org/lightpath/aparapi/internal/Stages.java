package org.lightpath.aparapi.internal;

import java.util.ArrayList;
import java.util.List;
import org.lightpath.core.fft.UnitRoots;
import org.lightpath.core.field.FieldShape;
import org.lightpath.core.field.Precision;

/** The passes of a transform of N points, with radices 16, 8, 7, 5, 4, 3 and 2. */
final class Stages {
  private final FieldShape shape;
  private final List<Integer> radices;

  Stages(FieldShape shape) {
    this.shape = shape;
    this.radices = radices(shape.samples());
  }

  /** As few as there can be: sixteens, then an eight, a four or a two. */
  static List<Integer> radices(int length) {
    List<Integer> radices = new ArrayList<>();
    int rest = length;
    for (int radix : new int[] {7, 5, 3, 16, 8, 4, 2}) {
      while (rest % radix == 0) {
        radices.add(radix);
        rest /= radix;
      }
    }
    return radices;
  }

  /** Mean gain there and back, apart from N. */
  double gain(Reals roots, Precision precision) {
    return TransformGain.of(radices, shape.samples(), roots, precision);
  }

  /** How far the gain there and back is from one, in double precision; 0 in single. */
  double excess(Reals roots, Precision precision) {
    return precision == Precision.SINGLE
        ? 0
        : TransformGain.excess(radices, shape.samples(), roots);
  }

  int count() {
    return radices.size();
  }

  /**
   * Appends a transform.
   *
   * @param before passes that have swapped field and scratch memory so far
   */
  void append(List<Pass> passes, int before, boolean inverse, int table, int stride) {
    int done = 1;
    for (int i = 0; i < radices.size(); i++) {
      int radix = radices.get(i);
      int items = shape.batch() * shape.modes() * (shape.samples() / radix);
      passes.add(
          new Pass(radix, (before + i) % 2 == 0 ? Pass.OUT : Pass.BACK, items)
              .extents(shape.samples(), shape.modes())
              .stage(done, inverse)
              .table(i == 0 ? table : Pass.NO_TABLE, i == 0 ? stride : 0));
      done *= radix;
    }
  }

  /** e^(−2πjk/N). */
  Reals roots(Precision precision) {
    int n = shape.samples();
    Reals roots = Reals.allocate(precision, 2L * n);
    for (int k = 0; k < n; k++) {
      roots.setComplex(2 * k, UnitRoots.cos(k, n), -UnitRoots.sin(k, n));
    }
    return roots;
  }
}
