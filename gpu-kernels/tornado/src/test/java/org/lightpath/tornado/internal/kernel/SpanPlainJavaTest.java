package org.lightpath.tornado.internal.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lightpath.core.fft.Fft;
import org.lightpath.core.fft.UnitRoots;
import org.lightpath.core.field.Precision;
import uk.ac.manchester.tornado.api.KernelContext;
import uk.ac.manchester.tornado.api.types.arrays.DoubleArray;
import uk.ac.manchester.tornado.api.types.arrays.FloatArray;
import uk.ac.manchester.tornado.api.types.arrays.IntArray;

/**
 * The kernel of transforms as plain Java, one work-item in one group, with nothing of TornadoVM but
 * its API: the butterflies of every radix.
 */
class SpanPlainJavaTest {
  private static final List<Integer> RADICES = List.of(7, 5, 3, 4, 2);

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 7, 8, 12, 35, 60, 210, 343, 1000})
  void transformsAreTheReferences(int length) {
    double[] re = new double[length];
    double[] im = new double[length];
    Numbers wide = new Numbers(Precision.DOUBLE, 2 * length);
    Numbers narrow = new Numbers(Precision.SINGLE, 2 * length);
    for (int i = 0; i < length; i++) {
      re[i] = Math.sin(1 + 0.7 * i * i);
      im[i] = Math.cos(0.3 * i);
      wide.set(2 * i, re[i]);
      wide.set(2 * i + 1, im[i]);
      narrow.set(2 * i, re[i]);
      narrow.set(2 * i + 1, im[i]);
    }
    new Fft(length).forward(re, im);
    KernelContext context = new KernelContext();
    DoubleArray d = (DoubleArray) wide.array();
    DoubleSpan.run(context, d, (DoubleArray) tables(Precision.DOUBLE, length), layout(length));
    FloatArray f = (FloatArray) narrow.array();
    FloatSpan.run(context, f, (FloatArray) tables(Precision.SINGLE, length), layout(length));
    double wideError = 0;
    double narrowError = 0;
    double norm = 0;
    for (int k = 0; k < length; k++) {
      wideError += square(d.get(2 * k) - re[k]) + square(d.get(2 * k + 1) - im[k]);
      narrowError += square(f.get(2 * k) - re[k]) + square(f.get(2 * k + 1) - im[k]);
      norm += square(re[k]) + square(im[k]);
    }
    // As RoundingBound: one rounding, and one for each doubling of the length.
    double roundings = 1 + Math.log(length) / Math.log(2);
    assertThat(Math.sqrt(wideError / norm))
        .isLessThanOrEqualTo(roundings * Precision.DOUBLE.unitRoundoff());
    assertThat(Math.sqrt(narrowError / norm))
        .isLessThanOrEqualTo(roundings * Precision.SINGLE.unitRoundoff());
  }

  private static double square(double x) {
    return x * x;
  }

  /** Roots, then the factor of one. */
  private static Object tables(Precision precision, int length) {
    Numbers numbers = new Numbers(precision, 2 * length + 1);
    for (int k = 0; k < length; k++) {
      numbers.set(2 * k, UnitRoots.cos(k, length));
      numbers.set(2 * k + 1, -UnitRoots.sin(k, length));
    }
    numbers.set(2 * length, 1);
    return numbers.array();
  }

  private static IntArray layout(int length) {
    IntArray layout = new IntArray(48);
    layout.init(0);
    int passes = 0;
    int rest = length;
    for (int radix : RADICES) {
      for (; rest % radix == 0; rest /= radix) {
        layout.set(16 + passes++, radix);
      }
    }
    int[] head = {length, 1, 1, 1, 1, 0, 0, 1, 1, passes, 0, 0, 0, 2 * length};
    for (int i = 0; i < head.length; i++) {
      layout.set(i, head[i]);
    }
    return layout;
  }
}
