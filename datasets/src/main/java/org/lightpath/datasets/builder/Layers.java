package org.lightpath.datasets.builder;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.lightpath.datasets.onnx.OnnxAttribute;

/** The layers that the published architectures are made of. */
final class Layers {
  /** Groups of a group normalisation: 32 in all models here. */
  private static final long GROUPS = 32;

  private static final float EPSILON = 1e-5f;

  private final GraphBuilder graph;

  Layers(GraphBuilder graph) {
    this.graph = graph;
  }

  /** Sum of two values, the second of which may be smaller. */
  Value add(String name, Value x, Value y) {
    return graph.node("Add", name, x.dims(), x, y);
  }

  /** Product of two values, the second of which may be smaller. */
  Value multiply(String name, Value x, Value y) {
    return graph.node("Mul", name, x.dims(), x, y);
  }

  /** An operator of one operand that keeps the shape. */
  Value map(String operator, String name, Value x) {
    return graph.node(operator, name, x.dims(), x);
  }

  /** x·σ(x). */
  Value silu(String name, Value x) {
    return multiply(name, x, map("Sigmoid", name + ".sigmoid", x));
  }

  /** x·(1 + erf(x/√2))/2. */
  Value gelu(String name, Value x) {
    Value scaled = multiply(name + ".scaled", x, graph.real(name + ".root", Math.sqrt(0.5)));
    Value erf = map("Erf", name + ".erf", scaled);
    Value one = add(name + ".shifted", erf, graph.real(name + ".one", 1));
    Value both = multiply(name + ".both", x, one);
    return multiply(name, both, graph.real(name + ".half", 0.5));
  }

  /** Softmax over the last axis. */
  Value softmax(String name, Value x) {
    return graph.node("Softmax", name, x.dims(), Map.of("axis", GraphBuilder.whole(-1)), x);
  }

  /** Another shape; the first extent stays the number of samples. */
  Value reshape(String name, Value x, Long... rest) {
    Long[] dims = new Long[rest.length + 1];
    long[] target = new long[dims.length];
    dims[0] = x.dim(0);
    for (int i = 0; i < rest.length; i++) {
      dims[i + 1] = rest[i];
      target[i + 1] = rest[i];
    }
    return graph.node("Reshape", name, List.of(dims), x, graph.wholes(name + ".shape", target));
  }

  /** Axes in another order. */
  Value transpose(String name, Value x, Long... order) {
    List<Long> dims = List.of(order).stream().map(axis -> x.dim(axis.intValue())).toList();
    return graph.node("Transpose", name, dims, Map.of("perm", GraphBuilder.wholes(order)), x);
  }

  /** Values side by side along an axis. */
  Value concat(String name, int axis, Value... parts) {
    long extent = 0;
    for (Value part : parts) {
      extent += part.dim(axis);
    }
    return graph.node(
        "Concat",
        name,
        parts[0].with(axis, extent),
        Map.of("axis", GraphBuilder.whole(axis)),
        parts);
  }

  /** A piece of the last axis. */
  Value slice(String name, Value x, long from, long to) {
    return graph.node(
        "Slice",
        name,
        x.with(-1, to - from),
        x,
        graph.wholes(name + ".from", from),
        graph.wholes(name + ".to", to),
        graph.wholes(name + ".axis", -1));
  }

  /** Rows of a matrix times a weight [in, out], and a bias where wanted. */
  Value linear(String name, Value x, long width, boolean bias) {
    Value weight = graph.random(name + ".weight", x.dim(-1), width);
    String product = bias ? name + ".matmul" : name;
    Value y = graph.node("MatMul", product, x.with(-1, width), x, weight);
    return bias ? add(name, y, graph.zeros(name + ".bias", width)) : y;
  }

  /** Batched product of the last two axes. */
  Value product(String name, Value x, Value y) {
    return graph.node("MatMul", name, x.with(-1, y.dim(-1)), x, y);
  }

  /** Window of a convolution. */
  record Window(long kernel, long stride, long padding) {
    static final Window POINT = new Window(1, 1, 0);
    static final Window SAME = new Window(3, 1, 1);
    static final Window HALF = new Window(3, 2, 1);

    Map<String, OnnxAttribute> attributes() {
      return Map.of(
          "kernel_shape", GraphBuilder.wholes(kernel, kernel),
          "strides", GraphBuilder.wholes(stride, stride),
          "pads", GraphBuilder.wholes(padding, padding, padding, padding));
    }

    long down(long extent) {
      return (extent + 2 * padding - kernel) / stride + 1;
    }

    long up(long extent) {
      return (extent - 1) * stride + kernel - 2 * padding;
    }
  }

  /** Convolution with bias. */
  Value conv(String name, Value x, long channels, Window window) {
    Value weight =
        graph.random(name + ".weight", channels, x.dim(1), window.kernel(), window.kernel());
    Value bias = graph.zeros(name + ".bias", channels);
    List<Long> dims = List.of(x.dim(0), channels, window.down(x.dim(2)), window.down(x.dim(3)));
    return graph.node("Conv", name, dims, window.attributes(), x, weight, bias);
  }

  /** Transposed convolution without bias. */
  Value convTranspose(String name, Value x, long channels, Window window) {
    Value weight =
        graph.random(name + ".weight", x.dim(1), channels, window.kernel(), window.kernel());
    List<Long> dims = List.of(x.dim(0), channels, window.up(x.dim(2)), window.up(x.dim(3)));
    return graph.node("ConvTranspose", name, dims, window.attributes(), x, weight);
  }

  /** Twice the extents of an image, by repetition of its pixels. */
  Value nearest(String name, Value x) {
    Value scales = graph.reals(name + ".scales", List.of(4L), 1, 1, 2, 2);
    return graph.node(
        "Resize",
        name,
        List.of(x.dim(0), x.dim(1), 2 * x.dim(2), 2 * x.dim(3)),
        Map.of(
            "mode", new OnnxAttribute.Text("nearest"),
            "coordinate_transformation_mode", new OnnxAttribute.Text("asymmetric"),
            "nearest_mode", new OnnxAttribute.Text("floor")),
        x,
        new Value("", List.of()),
        scales);
  }

  /**
   * Group normalisation of an image as the PyTorch exporter writes it: by InstanceNormalization.
   */
  Value groupNorm(String name, Value x) {
    long channels = x.dim(1);
    long area = x.dim(2) * x.dim(3);
    Value groups = reshape(name + ".groups", x, GROUPS, channels / GROUPS * area);
    float[] ones = new float[(int) GROUPS];
    Arrays.fill(ones, 1);
    Value normed =
        graph.node(
            "InstanceNormalization",
            name + ".normed",
            groups.dims(),
            Map.of("epsilon", new OnnxAttribute.Real(EPSILON)),
            groups,
            graph.reals(name + ".gain", List.of(GROUPS), ones),
            graph.reals(name + ".shift", List.of(GROUPS), new float[(int) GROUPS]));
    Value image = reshape(name + ".image", normed, channels, x.dim(2), x.dim(3));
    Value scaled =
        multiply(name + ".scaled", image, graph.ones(name + ".weight", channels, 1L, 1L));
    return add(name, scaled, graph.zeros(name + ".bias", channels, 1L, 1L));
  }

  /** Layer normalisation over the last axis. */
  Value layerNorm(String name, Value x) {
    return graph.node(
        "LayerNormalization",
        name,
        x.dims(),
        Map.of("epsilon", new OnnxAttribute.Real(EPSILON), "axis", GraphBuilder.whole(-1)),
        x,
        graph.ones(name + ".weight", x.dim(-1)),
        graph.zeros(name + ".bias", x.dim(-1)));
  }

  /**
   * Attention of several heads: softmax(q kᵀ/√d) v for each, d = width/heads.
   *
   * @param rows queries, keys and values, [batch, positions, width] each
   */
  Value attention(String name, Heads rows) {
    Value q = split(name + ".q", rows.queries(), rows.heads(), 0, 2, 1, 3);
    Value k = split(name + ".k", rows.keys(), rows.heads(), 0, 2, 3, 1);
    Value v = split(name + ".v", rows.values(), rows.heads(), 0, 2, 1, 3);
    Value scores = product(name + ".qk", q, k);
    Value scale = graph.real(name + ".root", 1 / Math.sqrt((double) q.dim(-1)));
    Value scaled = multiply(name + ".scaled", scores, scale);
    if (rows.causal()) {
      scaled = add(name + ".masked", scaled, mask(name + ".mask", q.dim(2)));
    }
    Value mixed = product(name + ".av", softmax(name + ".softmax", scaled), v);
    Value back = transpose(name + ".heads", mixed, 0L, 2L, 1L, 3L);
    return reshape(name, back, rows.queries().dim(1), rows.queries().dim(2));
  }

  /** What an attention works on. */
  record Heads(Value queries, Value keys, Value values, long heads, boolean causal) {}

  private Value split(String name, Value x, long heads, long... order) {
    Value split = reshape(name + ".split", x, x.dim(1), heads, x.dim(2) / heads);
    return transpose(name, split, order[0], order[1], order[2], order[3]);
  }

  /** 0 where a position may look, −10⁹ after it. */
  Value mask(String name, long positions) {
    int count = Math.toIntExact(positions);
    float[] mask = new float[Math.multiplyExact(count, count)];
    for (int i = 0; i < count; i++) {
      for (int j = i + 1; j < count; j++) {
        mask[i * count + j] = -1e9f;
      }
    }
    return graph.reals(name, List.of(positions, positions), mask);
  }

  /** Sines and cosines of a step number: [batch] to [batch, width]. */
  Value timestep(String name, Value step, long width) {
    int half = (int) (width / 2);
    float[] frequencies = new float[half];
    for (int i = 0; i < half; i++) {
      frequencies[i] = (float) Math.exp(-Math.log(10_000) * i / half);
    }
    Value column = reshape(name + ".column", step, 1L);
    Value table = graph.reals(name + ".frequencies", List.of((long) half), frequencies);
    Value phase = graph.node("Mul", name + ".phase", column.with(1, half), column, table);
    return concat(name, 1, map("Cos", name + ".cos", phase), map("Sin", name + ".sin", phase));
  }
}
