package org.lightpath.cli.report;

import java.util.ArrayList;
import java.util.List;
import org.lightpath.cli.figure.Numbers;
import org.lightpath.cli.figure.Samples;

/**
 * The cases of a batch: one swept parameter.
 *
 * @param parameter its name in words, empty for a single case
 * @param unit its unit
 * @param values one number for each case, NaN where it is not a number
 * @param names what the legends call the cases, empty for a single case
 */
record Cases(String parameter, String unit, Samples values, List<String> names) {
  private static final int MOST_CURVES = 12;
  private static final double THIN = 1.3;
  private static final double THICK = 3.4;

  Cases {
    names = List.copyOf(names);
  }

  static Cases of(Facts summary) {
    Facts batch = summary.object("batch");
    List<Object> given = batch.elements("values");
    String parameter = batch.text("parameter");
    String unit = batch.text("unit");
    if (given.size() < 2) {
      return new Cases("", "", Samples.of(Double.NaN), List.of(""));
    }
    double[] values = new double[given.size()];
    List<String> names = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      boolean numeric = given.get(i) instanceof Number;
      values[i] = numeric ? ((Number) given.get(i)).doubleValue() : Double.NaN;
      String name = numeric ? Numbers.quantity(values[i], unit) : String.valueOf(given.get(i));
      names.add(numeric && unit.isEmpty() ? parameter + " " + name : name);
    }
    return new Cases(parameter, unit, Samples.of(values), names);
  }

  /** How many cases there are, at least one. */
  int count() {
    return names.size();
  }

  /** Whether there is more than one. */
  boolean many() {
    return count() > 1;
  }

  /** The cases whose curves are drawn: all, or an even choice of twelve. */
  List<Integer> drawn() {
    List<Integer> drawn = new ArrayList<>();
    int curves = Math.min(count(), MOST_CURVES);
    for (int i = 0; i < curves; i++) {
      drawn.add(curves == 1 ? 0 : Math.round((float) i * (count() - 1) / (curves - 1)));
    }
    return drawn;
  }

  /** A case in words: parameter and value, such as "launch power −4.00 dBm"; empty for one. */
  String label(int index) {
    String name = names.get(index);
    return !many() || name.startsWith(parameter) ? name : parameter + "\u00a0" + name;
  }

  /** Which case a figure of one alone shows, as a sentence of its own; empty for a single one. */
  String first() {
    return many() ? " First of " + count() + " cases: " + label(0) + "." : "";
  }

  /**
   * Line width [px] of the curve drawn {@code position}-th: those below are wider, so that curves
   * which coincide are all seen.
   */
  double width(int position) {
    int last = drawn().size() - 1;
    return last < 1 ? THIN : THIN + (THICK - THIN) * (last - position) / last;
  }

  /** What a caption adds about the cases; empty for a single one. */
  String remark() {
    if (!many()) {
      return "";
    }
    String all = " One curve for each " + parameter;
    return count() <= MOST_CURVES
        ? all + "."
        : all + ", " + MOST_CURVES + " of " + count() + " shown.";
  }
}
