package org.lightpath.cli.figure;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/** An immutable row of numbers; NaN means "no value here". */
public final class Samples {
  private final double[] values;

  private Samples(double[] values) {
    this.values = values;
  }

  /** A copy of the given values. */
  public static Samples of(double... values) {
    return new Samples(values.clone());
  }

  /** {@code count} values from {@code first} to {@code last} inclusive, equally spaced. */
  public static Samples linear(double first, double last, int count) {
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] = count == 1 ? first : first + (last - first) * i / (count - 1);
    }
    return new Samples(values);
  }

  /** How many values there are. */
  public int size() {
    return values.length;
  }

  /** Value {@code index}. */
  public double get(int index) {
    return values[index];
  }

  /** Each value through {@code function}. */
  public Samples map(DoubleUnaryOperator function) {
    return new Samples(Arrays.stream(values).map(function).toArray());
  }

  /** The values with index from {@code from} to before {@code to}. */
  public Samples slice(int from, int to) {
    return new Samples(Arrays.copyOfRange(values, from, to));
  }

  /** The values at {@code indices}. */
  public Samples at(int... indices) {
    return new Samples(Arrays.stream(indices).mapToDouble(i -> values[i]).toArray());
  }

  /** Smallest finite value, NaN if there is none. */
  public double min() {
    return finite().min().orElse(Double.NaN);
  }

  /** Largest finite value, NaN if there is none. */
  public double max() {
    return finite().max().orElse(Double.NaN);
  }

  /** Index of the value nearest to {@code target}; the first of equals, 0 if nothing is finite. */
  public int nearest(double target) {
    int best = 0;
    double distance = Double.POSITIVE_INFINITY;
    for (int i = 0; i < values.length; i++) {
      double d = Math.abs(values[i] - target);
      if (d < distance) {
        distance = d;
        best = i;
      }
    }
    return best;
  }

  /** The finite values, in order. */
  public DoubleStream finite() {
    return Arrays.stream(values).filter(Double::isFinite);
  }

  /** A copy as an array. */
  public double[] toArray() {
    return values.clone();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Samples that && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return "Samples" + Arrays.toString(values);
  }
}
