package org.lightpath.cli.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.lightpath.cli.figure.Axis;
import org.lightpath.cli.figure.Chart;
import org.lightpath.cli.figure.Layer;
import org.lightpath.cli.figure.Layer.Marker;
import org.lightpath.cli.figure.Paint.Ink;
import org.lightpath.cli.figure.Points;
import org.lightpath.cli.figure.Samples;
import org.lightpath.cli.figure.Style;
import org.lightpath.cli.figure.Style.Dash;

/** Metrics of a batch over what was swept. */
final class CloudSweeps {
  private static final List<String> SHOWN =
      List.of(
          "psnr_dB",
          "frechetDistance",
          "ssim",
          "perplexity",
          "top1Agreement",
          "klDivergence_nat",
          "classAccuracy",
          "classAgreement",
          "meanLayerSnr_dB",
          "energyPerInference_J",
          "systemEfficiency_mWPerTops",
          "latency_s",
          "latencyP99_s");

  private static final int MOST = 8;

  /** A sweep over more than this ratio is shown in decades. */
  private static final double DECADE = 20;

  private final Cases cases;
  private final List<Facts> metrics;

  CloudSweeps(Cases cases, Facts summary) {
    this.cases = cases;
    this.metrics = summary.objects("cases");
  }

  /** One figure for each metric that differs between the cases. */
  List<Block> all() {
    if (!cases.many() || metrics.size() != cases.count()) {
      return List.of();
    }
    List<Block> blocks = new ArrayList<>();
    for (String key : SHOWN) {
      Samples values = values(key);
      boolean varies = values.finite().count() > 1 && values.max() > values.min();
      if (varies && blocks.size() < MOST) {
        blocks.add(chart(key, values));
      }
    }
    return blocks;
  }

  private Samples values(String key) {
    return Samples.of(metrics.stream().mapToDouble(one -> one.number(key)).toArray());
  }

  private Block chart(String key, Samples values) {
    Metric metric = MetricCatalogue.describe("cloud", key, List.of());
    boolean numeric = cases.values().finite().count() == cases.count();
    double[] numbers = IntStream.range(0, cases.count()).asDoubleStream().toArray();
    Samples x = numeric ? cases.values() : Samples.of(numbers);
    // Where the digital model stands beside it, the legend tells them apart.
    String label = metric.label().replace(", optical", "");
    Axis y = Axis.of(label, MetricCatalogue.unit(key));
    Style style = Style.of(Ink.S1);
    String digital = key + "Digital";
    Samples reference = values(digital);
    boolean beside = reference.finite().findAny().isPresent();
    Chart.Builder chart =
        Chart.named("sweep-" + key.replace('_', '-'), label + " over " + cases.parameter())
            .axes(swept(numeric), y)
            .add(new Layer.Line("", new Points(x, values), style.opacity(0.6)))
            .add(
                new Layer.Scatter(
                    beside ? "optical" : "", new Points(x, values), style, Marker.DISC));
    if (beside) {
      Style dashed = Style.of(Ink.INK).dash(Dash.DASHED).wide(1.2);
      chart.add(new Layer.Line("digital", new Points(x, reference), dashed));
    }
    return new Block.Figure(chart.caption(sentence(metric.meaning())).build());
  }

  private static String sentence(String meaning) {
    return meaning.isEmpty() ? "As named." : MetricCatalogue.capitalised(meaning) + ".";
  }

  private Axis swept(boolean numeric) {
    String name = MetricCatalogue.capitalised(cases.parameter());
    if (!numeric) {
      return Axis.of(name, cases.names());
    }
    double low = cases.values().min();
    double high = cases.values().max();
    Axis axis = Axis.of(name, cases.unit());
    double air = 0.04 * (high - low);
    return low > 0 && high > DECADE * low ? axis.inDecades() : axis.range(low - air, high + air);
  }
}
