package org.lightpath.cli.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.lightpath.cli.figure.Axis;
import org.lightpath.cli.figure.Chart;
import org.lightpath.cli.figure.Layer;
import org.lightpath.cli.figure.Numbers;
import org.lightpath.cli.figure.Paint.Ink;
import org.lightpath.cli.figure.Points;
import org.lightpath.cli.figure.Samples;
import org.lightpath.cli.figure.Style;

/** Where the time of one request goes, stage by stage. */
final class CloudLatency {
  private static final double THICKNESS = 0.66;

  private final Cases cases;

  CloudLatency(Cases cases) {
    this.cases = cases;
  }

  /** A waterfall: every stage begins where the one before ends; the last row is the whole. */
  List<Block> stages(DataTable all) {
    DataTable table = all.where("case", 0);
    Samples seconds = table.numbers("duration_s", "seconds");
    int count = table.rows();
    double[] from = new double[count + 1];
    double[] fibre = new double[count + 1];
    double[] other = new double[count + 1];
    double[] ends = new double[count + 1];
    List<String> names = new ArrayList<>(table.texts("stage"));
    double end = 0;
    double inFibre = 0;
    for (int i = 0; i < count; i++) {
      double stage = Double.isFinite(seconds.get(i)) ? seconds.get(i) : 0;
      boolean isFibre = fibre(table, i);
      from[i] = end;
      end += stage;
      inFibre += isFibre ? stage : 0;
      fibre[i] = isFibre ? end : Double.NaN;
      other[i] = isFibre ? Double.NaN : end;
      ends[i] = end;
    }
    names.add("whole");
    fibre[count] = inFibre;
    other[count] = Double.NaN;
    ends[count] = end;
    LayerRows rows = new LayerRows(names);
    double share = 100 * inFibre / end;
    Chart.Builder chart =
        Chart.named("latency-stages", "Latency of a batch on its own")
            .height(rows.height())
            .axes(Axis.of("Time", "s").range(0, 1.22 * end), rows.axis());
    chart.add(spans("in fibre", from, fibre, rows, Ink.S2));
    chart.add(spans("other stages", from, other, rows, Ink.S1));
    double[] whole = new double[count + 1];
    double[] rest = new double[count + 1];
    Arrays.fill(rest, Double.NaN);
    whole[count] = inFibre;
    rest[count] = end;
    chart.add(spans("", whole, rest, rows, Ink.S1));
    chart.add(
        new Layer.Labels(new Points(Samples.of(ends), rows.at()), words(seconds, end), false));
    return List.of(
        new Block.Figure(
            chart
                .caption(
                    "Stages one after another, without waiting. Light in fibre takes "
                        + (Double.isFinite(share) ? Numbers.significant(share, 3) : "–")
                        + "\u00a0% of "
                        + Numbers.quantity(end, "s")
                        + "."
                        + cases.first())
                .build()));
  }

  private static List<String> words(Samples seconds, double end) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < seconds.size(); i++) {
      words.add(Numbers.quantity(seconds.get(i), "s", 3));
    }
    words.add(Numbers.quantity(end, "s", 3));
    return words;
  }

  /** The flag {@code fiber} where the table has it; else what the stage is called. */
  private static boolean fibre(DataTable table, int row) {
    if (table.has("fiber")) {
      return table.numbers("fiber").get(row) == 1;
    }
    String stage = table.texts("stage").get(row).toLowerCase(Locale.ROOT);
    return stage.contains("fibre") || stage.contains("fiber");
  }

  private static Layer spans(String name, double[] from, double[] to, LayerRows rows, Ink ink) {
    Style style = Style.of(ink).opacity(0.85);
    return new Layer.Spans(name, Samples.of(from), Samples.of(to), rows.at(), THICKNESS, style);
  }
}
