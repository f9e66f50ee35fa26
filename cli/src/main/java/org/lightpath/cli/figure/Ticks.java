package org.lightpath.cli.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Where an axis is marked.
 *
 * @param values positions, ascending
 * @param labels what stands there
 * @param minor positions without a label
 */
public record Ticks(List<Double> values, List<String> labels, List<Double> minor) {
  private static final double[] NICE = {1, 2, 5, 10};

  /** Keeps copies. */
  public Ticks {
    values = List.copyOf(values);
    labels = List.copyOf(labels);
    minor = List.copyOf(minor);
  }

  /**
   * Multiples of 1, 2 or 5 times a power of ten from {@code low} to {@code high}: the finest such
   * step with at most {@code most} marks.
   */
  public static Ticks linear(double low, double high, int most) {
    double step = step(high - low, most);
    int decimals = Math.max(0, (int) -Math.floor(Math.log10(step) + 1e-9));
    long first = (long) Math.ceil(low / step - 1e-9);
    long last = (long) Math.floor(high / step + 1e-9);
    List<Double> values = new ArrayList<>();
    List<String> labels = new ArrayList<>();
    for (long i = first; i <= last; i++) {
      // Multiplying beats adding: the mark at zero is exactly zero.
      double value = i * step;
      values.add(value);
      labels.add(label(value, step, decimals));
    }
    return new Ticks(values, labels, List.of());
  }

  /** Names at 0, 1, 2, …; an empty one has no mark. */
  static Ticks named(List<String> names) {
    List<Double> values =
        IntStream.range(0, names.size())
            .filter(i -> !names.get(i).isEmpty())
            .mapToObj(i -> (double) i)
            .toList();
    return new Ticks(values, names.stream().filter(name -> !name.isEmpty()).toList(), List.of());
  }

  private static String label(double value, double step, int decimals) {
    boolean tooSmall = decimals > 6;
    boolean tooLarge = step >= 1e5;
    return tooSmall || tooLarge ? Numbers.significant(value, 4) : Numbers.fixed(value, decimals);
  }

  /** The finest 1-2-5 step that puts at most {@code most} marks in an interval of {@code span}. */
  static double step(double span, int most) {
    double rough = span / Math.max(1, most - 1);
    double decade = Math.pow(10, Math.floor(Math.log10(rough)));
    for (double nice : NICE) {
      if (nice * decade >= rough * (1 - 1e-9)) {
        return nice * decade;
      }
    }
    return 10 * decade;
  }

  /**
   * Powers of ten from {@code from} to {@code to}, both positive; every n-th where there are more
   * than {@code most}, and 1-2-5 multiples where there are fewer than two. A margin around the data
   * may reach beyond the numbers that there are; marks do not.
   */
  public static Ticks logarithmic(double from, double to, int most) {
    double low = Math.max(from, Double.MIN_NORMAL);
    double high = Math.min(to, Double.MAX_VALUE);
    int first = (int) Math.ceil(Math.log10(low) - 1e-9);
    int last = (int) Math.floor(Math.log10(high) + 1e-9);
    if (last - first < 1) {
      return withinDecade(low, high, most);
    }
    int every = Math.max(1, (int) Math.ceil((last - first + 1) / (double) Math.max(1, most)));
    List<Double> values = new ArrayList<>();
    List<String> labels = new ArrayList<>();
    for (int e = first; e <= last; e++) {
      if (Math.floorMod(e - first, every) == 0) {
        values.add(Math.pow(10, e));
        labels.add(Numbers.power(e));
      }
    }
    return new Ticks(values, labels, every == 1 ? between(low, high) : List.of());
  }

  private static List<Double> between(double low, double high) {
    List<Double> minor = new ArrayList<>();
    for (int e = (int) Math.floor(Math.log10(low)); e <= Math.log10(high); e++) {
      for (int m = 2; m < 10; m++) {
        double value = m * Math.pow(10, e);
        if (value >= low && value <= high) {
          minor.add(value);
        }
      }
    }
    return minor;
  }

  private static Ticks withinDecade(double low, double high, int most) {
    Ticks coarse = multiples(low, high, 1, 2, 5);
    Ticks fine = multiples(low, high, 1, 1.5, 2, 3, 4, 5, 7);
    Ticks ticks = coarse.values().size() < 3 && fine.values().size() <= most ? fine : coarse;
    return ticks.values().isEmpty() ? linear(low, high, 4) : ticks;
  }

  /** Multiples of powers of ten, with all others from 1 to 9 unlabelled. */
  private static Ticks multiples(double low, double high, double... steps) {
    List<Double> values = new ArrayList<>();
    List<String> labels = new ArrayList<>();
    for (int e = (int) Math.floor(Math.log10(low)); e <= Math.log10(high); e++) {
      for (double m : steps) {
        double value = m * Math.pow(10, e);
        if (value >= low * (1 - 1e-9) && value <= high * (1 + 1e-9)) {
          values.add(value);
          labels.add(Numbers.significant(value, 3));
        }
      }
    }
    return new Ticks(values, labels, between(low, high));
  }
}
