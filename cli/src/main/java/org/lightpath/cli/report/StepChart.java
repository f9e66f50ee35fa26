package org.lightpath.cli.report;

import org.lightpath.cli.figure.Axis;
import org.lightpath.cli.figure.Chart;
import org.lightpath.cli.figure.Layer;
import org.lightpath.cli.figure.Numbers;
import org.lightpath.cli.figure.Paint.Ink;
import org.lightpath.cli.figure.Samples;
import org.lightpath.cli.figure.Style;

/** The steps that the field was propagated in. */
final class StepChart {
  private StepChart() {}

  /** The step plan of the first case, with its rule. */
  static Block of(RunData data, Facts summary) {
    DataTable steps =
        data.tables()
            .find("steps")
            .map(t -> t.where("case", 0))
            .orElse(DataTable.builder().build());
    if (steps.rows() == 0) {
      return new Block.Missing("No step plan: looked for plots/data/steps.arrow.");
    }
    // A link describes every span; its first line names the rule.
    String rule = summary.text("stepPlan").lines().findFirst().orElse("").strip();
    String suffix = rule.isEmpty() ? "" : " Rule: " + rule + ".";
    return new Block.Figure(chart(steps.numbers("z_m"), steps.numbers("step_m"), suffix));
  }

  private static Chart chart(Samples starts, Samples lengths, String rule) {
    int count = lengths.size();
    double[] edges = new double[count + 1];
    for (int i = 0; i < count; i++) {
      edges[i] = starts.get(i);
    }
    edges[count] = starts.get(count - 1) + lengths.get(count - 1);
    double shortest = lengths.min();
    double longest = lengths.max();
    Axis length = Axis.of("Step length", "m");
    boolean uneven = longest > 10 * shortest && shortest > 0;
    length = uneven ? length.inDecades() : length.range(0, 1.15 * longest);
    return Chart.named("steps", "Step length along the fibre")
        .axes(Axis.of("Distance", "m"), length)
        .add(new Layer.Steps("", Samples.of(edges), lengths, Style.of(Ink.S1)))
        .caption(words(count, shortest, longest) + rule)
        .build();
  }

  private static String words(int count, double shortest, double longest) {
    String low = Numbers.quantity(shortest, "m");
    String high = Numbers.quantity(longest, "m");
    String range = low.equals(high) ? " steps of " + low : " steps from " + low + " to " + high;
    return Numbers.significant(count, 4) + range + ".";
  }
}
