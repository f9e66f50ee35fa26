package org.lightpath.cli.report;

import java.util.ArrayList;
import java.util.List;
import org.lightpath.cli.figure.Axis;
import org.lightpath.cli.figure.Chart;
import org.lightpath.cli.figure.Layer;
import org.lightpath.cli.figure.Numbers;
import org.lightpath.cli.figure.Paint.Ink;
import org.lightpath.cli.figure.Samples;
import org.lightpath.cli.figure.Style;

/** The steps that the field was propagated in. */
final class StepPlanSection {
  private final RunData data;
  private final Facts summary;

  StepPlanSection(RunData data, Facts summary) {
    this.data = data;
    this.summary = summary;
  }

  Section section() {
    List<Block> blocks = new ArrayList<>();
    String rule = summary.text("stepPlan");
    if (!rule.isEmpty()) {
      blocks.add(new Block.Paragraph("Rule: " + rule + "."));
    }
    DataTable steps =
        data.tables()
            .find("steps")
            .map(t -> t.where("case", 0))
            .orElse(DataTable.builder().build());
    if (steps.rows() == 0) {
      blocks.add(new Block.Missing("No step plan: looked for plots/data/steps.arrow."));
    } else {
      blocks.add(new Block.Figure(chart(steps.numbers("z_m"), steps.numbers("step_m"))));
    }
    return new Section("Step plan", blocks);
  }

  private static Chart chart(Samples starts, Samples lengths) {
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
        .caption(
            "%s steps, from %s to %s."
                .formatted(
                    Numbers.significant(count, 4),
                    Numbers.quantity(shortest, "m"),
                    Numbers.quantity(longest, "m")))
        .build();
  }
}
