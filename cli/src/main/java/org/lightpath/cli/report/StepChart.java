package org.lightpath.cli.report;

import java.util.List;
import org.lightpath.cli.figure.Axis;
import org.lightpath.cli.figure.Chart;
import org.lightpath.cli.figure.Layer;
import org.lightpath.cli.figure.Numbers;
import org.lightpath.cli.figure.Paint.Ink;
import org.lightpath.cli.figure.Samples;
import org.lightpath.cli.figure.Style;

/** The steps that the field was propagated in. */
final class StepChart {
  private static final int MOST_LINES = 3;

  private StepChart() {}

  /** The steps of the whole run, with their plan in words. */
  static Block of(RunData data, Facts summary) {
    DataTable steps =
        data.tables()
            .find("steps")
            .map(t -> t.where("case", 0))
            .orElse(DataTable.builder().build());
    if (steps.rows() == 0) {
      return new Block.Missing("No step plan: looked for plots/data/steps.arrow.");
    }
    return new Block.Figure(
        chart(steps.numbers("z_m"), steps.numbers("step_m"), count(steps, summary), plan(summary)));
  }

  /** How many steps were taken; the table has every n-th one where there are many. */
  private static long count(DataTable table, Facts summary) {
    double steps = summary.number("steps");
    return steps > table.rows() ? Math.round(steps) : table.rows();
  }

  /** The plan in words: a link has a line for each run of equal spans. */
  private static String plan(Facts summary) {
    List<String> lines = summary.text("stepPlan").lines().map(String::strip).toList();
    if (lines.isEmpty()) {
      return "";
    }
    String more = lines.size() > MOST_LINES ? "; and so on, see summary.json" : "";
    return String.join("; ", lines.subList(0, Math.min(lines.size(), MOST_LINES))) + more;
  }

  private static Chart chart(Samples starts, Samples lengths, long count, String plan) {
    int rows = lengths.size();
    double[] edges = new double[rows + 1];
    for (int i = 0; i < rows; i++) {
      edges[i] = starts.get(i);
    }
    // The last row stands for itself and for those left out after it.
    long stride = Math.ceilDiv(count, rows);
    long last = Math.max(1, count - (rows - 1) * stride);
    edges[rows] = starts.get(rows - 1) + last * lengths.get(rows - 1);
    double shortest = lengths.min();
    double longest = lengths.max();
    Axis length = Axis.of("Step length", "m");
    boolean uneven = longest > 10 * shortest && shortest > 0;
    length = uneven ? length.inDecades() : length.range(0, 1.15 * longest);
    return Chart.named("steps", "Step length along the fibre")
        .axes(Axis.of("Distance", "m"), length)
        .add(new Layer.Steps("", Samples.of(edges), lengths, Style.of(Ink.S1)))
        .caption(words(count, shortest, longest, plan))
        .build();
  }

  private static String words(long count, double shortest, double longest, String plan) {
    String low = Numbers.quantity(shortest, "m");
    String high = Numbers.quantity(longest, "m");
    String noun = count == 1 ? " step" : " steps";
    String range = low.equals(high) ? " of " + low : " from " + low + " to " + high;
    // A sentence of the plan that counts the steps says it all.
    return plan.startsWith(count + " ")
        ? plan + "."
        : Numbers.significant((double) count, 4)
            + noun
            + range
            + (plan.isEmpty() ? "." : ". Plan: " + plan + ".");
  }
}
