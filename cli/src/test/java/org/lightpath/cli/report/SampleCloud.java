package org.lightpath.cli.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.lightpath.cli.kind.FolderReport;
import org.lightpath.cli.kind.TableBuilder;
import org.lightpath.cli.run.RunFolder;
import org.lightpath.datasets.table.Column;
import org.lightpath.datasets.table.Table;

/** Run folders of a generative model over a metro network; made up but plausible. */
final class SampleCloud {
  static final int IMAGES = 36;
  static final int SIDE = 28;

  private static final List<String> COMPONENTS =
      List.of(
          "laser",
          "modulators",
          "DAC",
          "ADC",
          "memory",
          "fibre link transceivers",
          "digital operators");

  private SampleCloud() {}

  /** Renders a full run folder: {@code SampleCloud FOLDER [layers [sweep]]}. */
  public static void main(String[] arguments) throws IOException {
    int layers = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 14;
    RunFolder folder = RunFolder.create(Path.of(arguments[0]));
    boolean sweep = arguments.length > 2;
    Map<String, Table> tables = tables(layers);
    if (sweep) {
      tables.put("images", images(3, 16, 64));
      tables.put("imageShape", shape(16, 3, 64, 4));
      tables.remove("imageLabels");
    }
    write(folder, sweep ? sweep() : summary(), tables);
    System.out.println(new FolderReport(folder).write(System.out::println));
  }

  static void write(RunFolder folder, Map<String, Object> summary, Map<String, Table> tables) {
    folder.write(RunFolder.SUMMARY, new ObjectMapper().<JsonNode>valueToTree(summary));
    tables.forEach(
        (name, table) -> {
          if (name.equals("results")) {
            folder.write(RunFolder.RESULTS, table);
          } else {
            folder.writePlotData(name, table);
          }
        });
  }

  /** The tables as the report sees them. */
  static RunData data(Map<String, Object> summary, Map<String, Table> tables) {
    Map<String, DataTable> seen = new LinkedHashMap<>();
    tables.forEach((name, table) -> seen.put(name, seen(table)));
    return SampleRuns.data(summary, seen);
  }

  /** The table without any number but those that count things or tell the shape. */
  static Table nan(Table table) {
    List<Column> columns = new ArrayList<>();
    for (Column column : table.columns()) {
      columns.add(
          column instanceof Column.Real real
              ? new Column.Real(real.name(), real.unit(), reals(real.rows(), i -> Double.NaN))
              : column);
    }
    return new Table(columns, Map.of());
  }

  private static DataTable seen(Table table) {
    DataTable.Builder builder = DataTable.builder();
    for (Column column : table.columns()) {
      switch (column) {
        case Column.Real real -> builder.numbers(real.name(), real.values());
        case Column.Whole whole ->
            builder.numbers(whole.name(), Arrays.stream(whole.values()).asDoubleStream().toArray());
        case Column.Text text -> builder.texts(text.name(), text.values());
        default -> throw new IllegalArgumentException(column.name());
      }
    }
    return builder.build();
  }

  static Map<String, Object> summary() {
    Map<String, Object> summary = SampleRuns.summary("Digits over a metro ring", "cloud");
    summary.put(
        "description", "A diffusion model of digits, its weights streamed from the centre.");
    summary.put(
        "metrics",
        SampleRuns.ordered(
            "psnr_dB",
            27.4,
            "ssim",
            0.941,
            "frechetDistance",
            14.2,
            "frechetDistanceDigital",
            11.9,
            "classAccuracy",
            0.94,
            "classAccuracyDigital",
            0.97,
            "classAgreement",
            0.95,
            "perplexity",
            21.9,
            "perplexityDigital",
            21.4,
            "top1Agreement",
            0.91,
            "klDivergence_nat",
            0.031,
            "meanLayerSnr_dB",
            24.8,
            "minLayerSnr_dB",
            19.2,
            "macs",
            6.1e9,
            "opticalMacFraction",
            0.993,
            "energyPerInference_J",
            2.3e-3,
            "powerEfficiency_mWPerTops",
            96.0,
            "systemEfficiency_mWPerTops",
            188.0,
            "latency_s",
            1.31e-3,
            "fiberLatency_s",
            1.05e-3,
            "latencyP99_s",
            4.9e-3,
            "requestsPerS",
            412.0,
            "centreUtilisation_rel",
            0.71,
            "samplesPerS",
            3.2,
            "simulationRate_MACPerS",
            1.9e10,
            "osnrMin_dB",
            24.6,
            "marginMin_dB",
            3.1));
    summary.put("model", "ddpm-digits.onnx, 14 products, 6.1 GMAC per image");
    summary.put("fidelityLevel", "behavioural, effects fitted from waveforms of the same network");
    return summary;
  }

  /** The same model at several launch powers. */
  static Map<String, Object> sweep() {
    Map<String, Object> summary = summary();
    summary.put(
        "batch",
        Map.of("parameter", "launch power", "unit", "dBm", "values", List.of(-8, -4, 0, 4)));
    List<Object> cases = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      cases.add(
          SampleRuns.ordered(
              "psnr_dB",
              20 + 4.0 * i - i * i * 0.8,
              "frechetDistance",
              20 - 2.0 * i,
              "frechetDistanceDigital",
              11.9,
              "energyPerInference_J",
              1e-3 * (1 + i),
              "ssim",
              0.9));
    }
    summary.put("cases", cases);
    return summary;
  }

  static Map<String, Table> tables(int layers) {
    Map<String, Table> all = new LinkedHashMap<>();
    all.put("results", results(layers));
    all.put("images", images(1, IMAGES, SIDE));
    all.put("imageShape", shape(IMAGES, 1, SIDE, 6));
    all.put("imageLabels", labels());
    all.put("text", text());
    all.put("energy", energy());
    all.put("energyLayers", energyLayers(layers));
    all.put("latency", latency());
    all.put("baselines", baselines());
    all.put("networkNodes", nodes());
    all.put("networkLinks", links());
    all.put("networkPaths", paths());
    all.put("queue", queue());
    all.put("latencies", latencies());
    all.put("nodesLoad", nodesLoad());
    all.put("fit", fit());
    all.put("fidelity", fidelity(Math.min(layers, 8)));
    all.put("sensitivity", sensitivity(layers));
    return all;
  }

  static double[] reals(int count, IntToDoubleFunction value) {
    return IntStream.range(0, count).mapToDouble(value).toArray();
  }

  private static long[] wholes(int count) {
    return IntStream.range(0, count).asLongStream().toArray();
  }

  static String name(int layer) {
    String block =
        layer < 5
            ? "down_blocks." + layer
            : layer < 9 ? "mid_block.attentions.0" : "up_blocks." + layer;
    return "/unet/" + block + (layer % 3 == 0 ? "/resnets.0/conv1/Conv" : "/to_q/MatMul");
  }

  static Table results(int layers) {
    Random random = new Random(1);
    double[] local = reals(layers, i -> i == 2 ? Double.NaN : 22 + 6 * random.nextDouble());
    double[] accumulated =
        reals(layers, i -> i == 2 ? Double.NaN : 27 - 0.6 * i + random.nextDouble());
    return new TableBuilder()
        .whole("layer", wholes(layers))
        .text("name", IntStream.range(0, layers).mapToObj(SampleCloud::name).toList())
        .text(
            "operator",
            IntStream.range(0, layers).mapToObj(i -> i % 3 == 0 ? "Conv" : "MatMul").toList())
        .text(
            "placement",
            IntStream.range(0, layers).mapToObj(i -> i == 2 ? "digital" : "optical").toList())
        .whole("m", IntStream.range(0, layers).mapToLong(i -> 784 >> (i / 4)).toArray())
        .whole("n", IntStream.range(0, layers).mapToLong(i -> 64L << (i / 5)).toArray())
        .whole("k", IntStream.range(0, layers).mapToLong(i -> 576L << (i / 5)).toArray())
        .whole("batch", IntStream.range(0, layers).mapToLong(i -> 1 + i % 4).toArray())
        .whole("macs", IntStream.range(0, layers).mapToLong(i -> 28901376L * (1 + i)).toArray())
        .real("snr_dB", local)
        .real("accumulatedSnr_dB", accumulated)
        .real("enob_bit", reals(layers, i -> (local[i] - 1.76) / 6.02))
        .real("bias_rel", reals(layers, i -> 1e-3 * random.nextGaussian()))
        .real("energy_J", reals(layers, i -> 1e-5 * (1 + i)))
        .real("latency_s", reals(layers, i -> 1e-7 * (1 + i)))
        .real("seconds_s", reals(layers, i -> 0.02 * (1 + i)))
        .build();
  }

  static Table shape(int count, int channels, int side, int columns) {
    return new TableBuilder()
        .whole("count", new long[] {count})
        .whole("channels", new long[] {channels})
        .whole("height", new long[] {side})
        .whole("width", new long[] {side})
        .whole("columns", new long[] {columns})
        .build();
  }

  /** Digits of seven strokes with soft edges; the optical ones with an error. */
  static Table images(int channels, int count, int side) {
    Random random = new Random(3);
    int size = channels * side * side;
    double[] digital = new double[count * size];
    double[] optical = new double[digital.length];
    for (int image = 0; image < count; image++) {
      double slant = 0.15 * random.nextGaussian();
      for (int i = 0; i < size; i++) {
        int pixel = i % (side * side);
        double v = ((double) pixel / side) / side;
        double u = (pixel % side) / (double) side;
        double tint = channels == 1 ? 1 : 0.4 + 0.3 * (i / (side * side) + image) % 0.6;
        double value = tint * ink(image % 10, u + slant * (v - 0.5), v);
        int at = image * size + i;
        digital[at] = value;
        optical[at] = value + 0.045 * random.nextGaussian() * (0.3 + value);
      }
    }
    return new TableBuilder().real("digital", digital).real("optical", optical).build();
  }

  private static double ink(int digit, double u, double v) {
    int[] strokes = {0x77, 0x24, 0x5d, 0x6d, 0x2e, 0x6b, 0x7b, 0x25, 0x7f, 0x6f};
    double[][] ends = {
      {.3, .15, .7, .15},
      {.3, .15, .3, .5},
      {.7, .15, .7, .5},
      {.3, .5, .7, .5},
      {.3, .5, .3, .85},
      {.7, .5, .7, .85},
      {.3, .85, .7, .85}
    };
    double nearest = 1;
    for (int s = 0; s < 7; s++) {
      if ((strokes[digit] >> s & 1) == 1) {
        nearest = Math.min(nearest, distance(u, v, ends[s]));
      }
    }
    return 1 / (1 + Math.exp((nearest - 0.055) / 0.012));
  }

  private static double distance(double u, double v, double[] line) {
    double dx = line[2] - line[0];
    double dy = line[3] - line[1];
    double t = ((u - line[0]) * dx + (v - line[1]) * dy) / (dx * dx + dy * dy);
    double held = Math.clamp(t, 0, 1);
    return Math.hypot(u - line[0] - held * dx, v - line[1] - held * dy);
  }

  private static Table labels() {
    List<String> digital = IntStream.range(0, IMAGES).mapToObj(i -> "" + i % 10).toList();
    List<String> optical =
        IntStream.range(0, IMAGES).mapToObj(i -> i == 8 ? "8→3" : "" + i % 10).toList();
    return new TableBuilder()
        .text("label", digital)
        .text("digitalClass", digital)
        .text("opticalClass", optical)
        .build();
  }

  static Table text() {
    List<String> prompt = List.of("Once", " upon", " a", " time", ",");
    List<String> digital =
        List.of(
            " light",
            " ran",
            " through",
            " the",
            " glass",
            " and",
            " told",
            " a",
            " <b>story</b>",
            " of",
            " the",
            " sea",
            ".");
    List<String> optical =
        List.of(
            " light",
            " ran",
            " through",
            " the",
            " glass",
            " to",
            " tell",
            " a",
            " tale",
            " of",
            " the",
            " moon",
            ".");
    List<String> left = new ArrayList<>(prompt);
    left.addAll(digital);
    List<String> right = new ArrayList<>(prompt);
    right.addAll(optical);
    return new TableBuilder()
        .whole("position", IntStream.range(-5, 13).asLongStream().toArray())
        .text("digital", left)
        .text("optical", right)
        .build();
  }

  private static Table energy() {
    return new TableBuilder()
        .text("component", COMPONENTS)
        .real("energy_J", new double[] {3.1e-4, 1.2e-4, 4.4e-4, 6.3e-4, 2.2e-4, 5.1e-4, 0.7e-4})
        .build();
  }

  private static Table energyLayers(int layers) {
    List<String> components = new ArrayList<>();
    long[] layer = new long[layers * COMPONENTS.size()];
    double[] energy = new double[layer.length];
    for (int i = 0; i < layer.length; i++) {
      layer[i] = i / COMPONENTS.size();
      components.add(COMPONENTS.get(i % COMPONENTS.size()));
      energy[i] = 1e-6 * (1 + layer[i] % 5) * (3 + i % COMPONENTS.size());
    }
    return new TableBuilder()
        .whole("layer", layer)
        .text("component", components)
        .real("energy_J", energy)
        .build();
  }

  private static Table latency() {
    return new TableBuilder()
        .text(
            "stage",
            List.of(
                "encode at the edge",
                "fibre to the centre",
                "weights from memory",
                "photonic products",
                "digital operators",
                "fibre back",
                "decode"))
        .real("seconds", new double[] {2e-5, 5.2e-4, 8e-5, 1.1e-4, 4e-5, 5.2e-4, 2e-5})
        .build();
  }

  private static Table baselines() {
    return new TableBuilder()
        .text(
            "name",
            List.of(
                "this run, core",
                "this run, system",
                "Lightning (photonic)",
                "GPU, dense FP16",
                "published goal"))
        .real("mWPerTops", new double[] {96, 188, 27.4, 707, 118.6})
        .text(
            "operation",
            List.of(
                "1 MAC = 2 operations",
                "1 MAC = 2 operations",
                "1 MAC = 1 operation",
                "1 MAC = 2 operations",
                "not defined by the source"))
        .text(
            "source",
            List.of(
                "this run",
                "this run",
                "published breakdown",
                "data sheet: 700 W at 990 TFLOPS",
                "published"))
        .whole("ours", new long[] {1, 1, 0, 0, 0})
        .build();
  }

  private static final List<String> IDS =
      List.of(
          "centre",
          "north",
          "east",
          "south",
          "west",
          "campus A",
          "campus B",
          "clinic",
          "amp 1",
          "amp 2");

  static Table nodes() {
    return new TableBuilder()
        .text("id", IDS)
        .text(
            "kind",
            List.of(
                "centre",
                "roadm",
                "roadm",
                "roadm",
                "roadm",
                "edge",
                "edge",
                "edge",
                "amplifier",
                "amplifier"))
        .real("x_km", new double[] {0, 4, 38, 12, -35, 52, 55, -58, 21, -17})
        .real("y_km", new double[] {0, 28, 6, -26, -4, 14, 0, 8, 17, 12})
        .build();
  }

  static Table links() {
    return new TableBuilder()
        .text(
            "from",
            List.of(
                "centre", "centre", "north", "amp 1", "east", "south", "north", "amp 2", "east",
                "east", "west"))
        .text(
            "to",
            List.of(
                "north",
                "south",
                "amp 1",
                "east",
                "south",
                "west",
                "amp 2",
                "west",
                "campus A",
                "campus B",
                "clinic"))
        .real("length_km", new double[] {31, 32, 22, 22, 44, 60, 28, 27, 18, 20, 29})
        .real("loss_dB", new double[] {6.2, 6.4, 4.4, 4.4, 8.8, 12, 5.6, 5.4, 3.6, 4, 5.8})
        .real("osnr_dB", new double[] {38, 37.5, 33, 31, 29, Double.NaN, 34, 30.5, 28, 27.2, 26.1})
        .whole("channels", new long[] {16, 16, 8, 8, 8, 0, 8, 8, 4, 4, 4})
        .build();
  }

  private static Table paths() {
    return new TableBuilder()
        .text("name", List.of("weights to campus A", "weights to campus B", "weights to clinic"))
        .text(
            "nodes",
            List.of(
                "centre - north - amp 1 - east - campus A",
                "centre - south - east - campus B",
                "centre - north - amp 2 - west - clinic"))
        .real("length_km", new double[] {93, 96, 115})
        .real("receivedPower_dBm", new double[] {-9.2, -10.4, -11.8})
        .real("osnr_dB", new double[] {26.9, 26.1, 24.6})
        .real("delay_s", new double[] {4.6e-4, 4.8e-4, 5.7e-4})
        .real("margin_dB", new double[] {5.2, 4.6, 3.1})
        .whole("wavelengths", new long[] {4, 4, 4})
        .build();
  }

  private static Table queue() {
    Random random = new Random(4);
    double[] waiting = new double[400];
    for (int i = 1; i < waiting.length; i++) {
      waiting[i] = Math.max(0, waiting[i - 1] + random.nextInt(5) - 2);
    }
    return new TableBuilder()
        .real("time_s", reals(400, i -> 0.005 * i))
        .real("waiting", waiting)
        .real("busy", reals(400, i -> waiting[i] > 0 ? 4 : random.nextInt(5)))
        .build();
  }

  private static Table latencies() {
    return new TableBuilder()
        .real("percentile", new double[] {10, 50, 90, 95, 99, 99.9})
        .real("waiting_s", new double[] {0, 2e-4, 1.4e-3, 2.1e-3, 3.6e-3, 6.2e-3})
        .real("latency_s", new double[] {1.3e-3, 1.5e-3, 2.7e-3, 3.4e-3, 4.9e-3, 7.5e-3})
        .build();
  }

  private static Table nodesLoad() {
    return new TableBuilder()
        .text("node", List.of("centre", "campus A", "campus B", "clinic"))
        .real("requestsPerS", new double[] {412, 180, 152, 80})
        .real("utilisation_rel", new double[] {0.71, 0.33, 0.28, 0.15})
        .real("p50_s", new double[] {1.5e-3, 1.4e-3, 1.5e-3, 1.7e-3})
        .real("p99_s", new double[] {4.9e-3, 4.6e-3, 4.7e-3, 5.2e-3})
        .build();
  }

  private static Table fit() {
    return new TableBuilder()
        .text("stream", List.of("weights to campus A", "weights to campus A", "weights to clinic"))
        .text("parameter", List.of("relative noise", "nonlinear phase", "residual dispersion"))
        .real("value", new double[] {0.0123, 0.041, 3.2})
        .text("unit", List.of("", "rad", "ps/nm"))
        .build();
  }

  private static Table fidelity(int layers) {
    return new TableBuilder()
        .whole("layer", wholes(layers))
        .real("waveformSnr_dB", reals(layers, i -> 24 + Math.sin(i)))
        .real("behaviouralSnr_dB", reals(layers, i -> 24 + Math.sin(i) + 0.2 * Math.cos(3 * i)))
        .build();
  }

  private static Table sensitivity(int layers) {
    return new TableBuilder()
        .whole("layer", wholes(layers))
        .real("psnr_dB", reals(layers, i -> 30 + 8 * Math.abs(Math.sin(i))))
        .real("frechetDistance", reals(layers, i -> 12 + 1.5 * Math.abs(Math.cos(i))))
        .build();
  }
}
