package org.lightpath.cli.model;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.lightpath.cloud.generate.Latents;
import org.lightpath.cloud.graph.ModelGraph;
import org.lightpath.cloud.graph.Tensor;
import org.lightpath.core.random.Philox;
import org.lightpath.datasets.onnx.OnnxType;
import org.lightpath.datasets.onnx.OnnxValue;

/**
 * Seeded random inputs of a model: standard normal reals, whole numbers from 0 to 9, which any
 * table of words, classes or steps holds, and one 1 in each row of what is called one-hot.
 */
public final class ModelInputs {
  private static final int STREAM = 0x494E5054; // "INPT"
  private static final int LARGEST = 9;

  private ModelInputs() {}

  /**
   * Extents of all inputs.
   *
   * @param samples extent of a first axis that is open
   * @param context extent of other axes that are open; 0 for none
   * @throws IllegalArgumentException if an input has no shape, or an open axis that nothing fills
   */
  public static Map<String, int[]> shapes(ModelGraph graph, int samples, int context) {
    Map<String, int[]> shapes = new LinkedHashMap<>();
    for (OnnxValue input : graph.inputs()) {
      shapes.put(input.name(), extents(graph, input, samples, context));
    }
    return shapes;
  }

  private static int[] extents(ModelGraph graph, OnnxValue input, int samples, int context) {
    List<OnnxValue.Dim> dims = input.dims();
    int[] extents =
        dims == null
            ? new int[] {0}
            : dims.stream().mapToInt(dim -> Math.toIntExact(dim.value())).toArray();
    for (int axis = 0; axis < extents.length; axis++) {
      if (extents[axis] < 0) {
        extents[axis] = axis == 0 ? samples : context;
      }
    }
    if (Arrays.stream(extents).anyMatch(extent -> extent < 1)) {
      throw new IllegalArgumentException(
          "model %s: input %s has axes of open extent beside the first; write fixed shapes into the file"
              .formatted(graph.name(), input.name()));
    }
    return extents;
  }

  /**
   * Values of all inputs.
   *
   * @param shapes extents of all inputs
   * @param seed of the values
   */
  public static Map<String, Tensor> values(ModelGraph graph, Map<String, int[]> shapes, long seed) {
    Map<String, Tensor> values = new LinkedHashMap<>();
    int number = 0;
    for (OnnxValue input : graph.inputs()) {
      int[] shape = shapes.get(input.name());
      if (shape == null) {
        throw new IllegalArgumentException(
            "model %s: input %s has no extents".formatted(graph.name(), input.name()));
      }
      values.put(input.name(), tensor(input, shape, seed, number++));
    }
    return values;
  }

  private static Tensor tensor(OnnxValue input, int[] shape, long seed, int number) {
    OnnxType type = input.type() == null ? OnnxType.FLOAT : input.type();
    int elements = Arrays.stream(shape).reduce(1, Math::multiplyExact);
    if (!Tensor.isReal(type)) {
      int most = type == OnnxType.BOOL ? 1 : LARGEST;
      long[] wholes = new long[elements];
      for (int i = 0; i < elements; i++) {
        wholes[i] = below(seed, number, i, most + 1);
      }
      return Tensor.of(type, shape, wholes);
    }
    if (input.name().toLowerCase(Locale.ROOT).contains("onehot") && shape.length == 2) {
      float[] rows = new float[elements];
      for (int row = 0; row < shape[0]; row++) {
        rows[row * shape[1] + below(seed, number, row, shape[1])] = 1;
      }
      return Tensor.of(type, shape, rows);
    }
    return Tensor.of(type, shape, Latents.normals(seed + number, 0, 1, elements));
  }

  private static int below(long seed, int number, int index, int bound) {
    int[] words = new int[4];
    Philox.words(seed, STREAM, number, index, words);
    return Integer.remainderUnsigned(words[0], bound);
  }
}
