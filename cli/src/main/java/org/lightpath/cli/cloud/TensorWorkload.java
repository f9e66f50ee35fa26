package org.lightpath.cli.cloud;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.lightpath.cloud.generate.Latents;
import org.lightpath.cloud.generate.ModelRunner;
import org.lightpath.cloud.graph.ModelGraph;
import org.lightpath.cloud.graph.Tensor;
import org.lightpath.cloud.quality.ErrorAccumulator;
import org.lightpath.cloud.quality.ErrorStatistics;
import org.lightpath.cloud.quality.QualityReport;
import org.lightpath.datasets.npy.NpyArray;
import org.lightpath.datasets.onnx.OnnxModel;
import org.lightpath.datasets.onnx.OnnxType;
import org.lightpath.datasets.onnx.OnnxValue;

/**
 * Any model, on given or random inputs: its outputs are compared, nothing is known of their sense.
 */
final class TensorWorkload implements WholeWorkload {
  private final OnnxModel model;
  private final ModelGraph graph;
  private final Map<String, NpyArray> given;
  private final ImageWorkload.Extent extent;

  /** Outputs of all runs, one after the other. */
  record MadeTensors(List<Map<String, Tensor>> runs) implements Made {}

  /**
   * A workload.
   *
   * @param given values of inputs, the first axis counts samples
   * @param extent how many samples
   */
  TensorWorkload(OnnxModel model, Map<String, NpyArray> given, ImageWorkload.Extent extent) {
    this.model = model;
    this.graph = ModelGraph.of(model);
    this.given = Map.copyOf(given);
    this.extent = extent;
  }

  @Override
  public ModelGraph graph() {
    return graph;
  }

  @Override
  public Map<String, int[]> shapes(int samples) {
    Map<String, int[]> shapes = new LinkedHashMap<>();
    for (OnnxValue input : graph.inputs()) {
      NpyArray array = given.get(input.name());
      shapes.put(
          input.name(),
          array == null ? declared(input, samples) : withFirst(array.shape(), samples));
    }
    return shapes;
  }

  private static int[] withFirst(int[] shape, int samples) {
    int[] extents = shape.clone();
    extents[0] = samples;
    return extents;
  }

  private static int[] declared(OnnxValue input, int samples) {
    List<OnnxValue.Dim> dims = input.dims();
    if (dims == null || dims.stream().skip(1).anyMatch(dim -> dim.value() < 0)) {
      throw new IllegalArgumentException(
          "input %s of the model has no fixed shape; give its values with model.inputs"
              .formatted(input.name()));
    }
    int[] extents = dims.stream().mapToInt(dim -> Math.toIntExact(dim.value())).toArray();
    if (extents.length > 0 && extents[0] < 0) {
      extents[0] = samples;
    }
    return extents;
  }

  @Override
  public String unit() {
    return "run";
  }

  @Override
  public int repetitions() {
    return 1;
  }

  @Override
  public int samples() {
    return extent.samples();
  }

  /** A model of a fixed first axis takes so many at a time. */
  @Override
  public int batch() {
    int open = Math.min(extent.batch(), extent.samples());
    return shapes(open).values().stream()
        .filter(shape -> shape.length > 0)
        .mapToInt(shape -> shape[0])
        .min()
        .orElse(open);
  }

  @Override
  public int runs() {
    return Math.ceilDiv(samples(), batch());
  }

  @Override
  public Made make(ModelRunner runner, int wanted) {
    int samples = Math.min(wanted, samples()); // files may hold no more
    List<Map<String, Tensor>> runs = new ArrayList<>();
    int batch = batch();
    for (int start = 0; start < samples; start += batch) {
      int count = Math.min(batch, samples - start);
      Map<String, Tensor> inputs = new LinkedHashMap<>();
      Map<String, int[]> shapes = shapes(count);
      int number = 0;
      for (OnnxValue input : graph.inputs()) {
        int[] shape = Objects.requireNonNull(shapes.get(input.name()));
        inputs.put(input.name(), values(input, shape, start, number++));
      }
      runs.add(runner.run(inputs, runs.size()));
    }
    return new MadeTensors(runs);
  }

  private Tensor values(OnnxValue input, int[] shape, int start, int number) {
    int elements = Arrays.stream(shape).reduce(1, Math::multiplyExact);
    int each = shape.length == 0 || shape[0] == 0 ? 1 : elements / shape[0];
    OnnxType type = input.type() == null ? OnnxType.FLOAT : input.type();
    NpyArray array = given.get(input.name());
    if (array == null && !Tensor.isReal(type)) {
      throw new IllegalArgumentException(
          "input %s of the model holds whole numbers; give its values with model.inputs"
              .formatted(input.name()));
    }
    if (array == null) {
      int samples = elements / each;
      float[] normals = Latents.normals(extent.seed() + number, start, samples, each);
      return Tensor.of(type, shape, normals);
    }
    double[] part = Arrays.copyOfRange(array.values(), start * each, start * each + elements);
    if (!Tensor.isReal(type)) {
      return Tensor.of(type, shape, Arrays.stream(part).mapToLong(Math::round).toArray());
    }
    float[] reals = new float[part.length];
    for (int i = 0; i < part.length; i++) {
      reals[i] = (float) part[i];
    }
    return Tensor.of(type, shape, reals);
  }

  @Override
  public QualityReport compare(Made digital, Made optical) {
    if (!(digital instanceof MadeTensors clean) || !(optical instanceof MadeTensors made)) {
      throw new IllegalArgumentException(
          "expected tensors, got %s and %s".formatted(digital, optical));
    }
    ErrorAccumulator sums = new ErrorAccumulator();
    for (int run = 0; run < made.runs().size(); run++) {
      Map<String, Tensor> reference = clean.runs().get(run);
      made.runs()
          .get(run)
          .forEach(
              (name, tensor) -> {
                Tensor wanted = reference.get(name);
                if (wanted != null && tensor.real()) {
                  sums.add(wanted.floats(), tensor.floats());
                }
              });
    }
    ErrorStatistics statistics = sums.statistics();
    return new QualityReport.Builder()
        .put("outputSnr_dB", statistics.snrDecibels())
        .put("outputCosine", statistics.cosine())
        .put("relativeError", statistics.relativeError())
        .note("outputs of unknown meaning: compared as numbers only")
        .build();
  }

  @Override
  public void close() {
    model.close();
  }
}
