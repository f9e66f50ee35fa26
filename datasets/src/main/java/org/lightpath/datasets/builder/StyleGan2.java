package org.lightpath.datasets.builder;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lightpath.datasets.builder.Layers.Window;
import org.lightpath.datasets.onnx.OnnxAttribute;
import org.lightpath.datasets.onnx.OnnxType;

/**
 * Generator of StyleGAN2, configuration F, for images of 1024 by 1024 (Karras et al., CVPR 2020;
 * NVlabs/stylegan2): 8 dense layers of 512, then from 4 to 1024 pixels two modulated convolutions a
 * level and one to colours.
 *
 * <p>Modulation is digital: the image is scaled by the style, convolved with the plain weights and
 * scaled by 1/√(Σ (w s)² + 10⁻⁸), which equals a convolution with modulated weights and lets all
 * samples of a batch share one product. Noise maps are random and their strengths 0 at first, as
 * published.
 */
final class StyleGan2 {
  private static final long STYLE = 512;
  private static final int DENSE = 8;
  private static final long EXTENT = 1024;
  private static final long WIDEST = 512;
  private static final long AREA_WIDTH = 32_768; // channels·extent where channels are fewer

  private static final float[] BLUR = {1, 3, 3, 1};

  private final GraphBuilder graph = new GraphBuilder();
  private final Layers layers = new Layers(graph);
  private final Value style;
  private final long seed;
  private int maps;

  private StyleGan2(long seed) {
    this.seed = seed;
    style = mapping(graph.input("z", OnnxType.FLOAT, Value.BATCH, STYLE));
  }

  static GraphBuilder graph(long seed) {
    StyleGan2 model = new StyleGan2(seed);
    model.build();
    return model.graph;
  }

  /** Channels at an extent: 512 up to 64 pixels, 256, 128, 64 and 32 above. */
  private static long channels(long extent) {
    return Math.min(WIDEST, AREA_WIDTH / extent);
  }

  private void build() {
    Value start = graph.random("start", 1L, WIDEST, 4L, 4L);
    Value x = start;
    x = finished("b4.conv1", modulated("b4.conv1", x, WIDEST, false));
    Value image = colours("b4.rgb", x);
    for (long extent = 8; extent <= EXTENT; extent *= 2) {
      String name = "b" + extent;
      x = finished(name + ".conv0", modulated(name + ".conv0", x, channels(extent), true));
      x = finished(name + ".conv1", modulated(name + ".conv1", x, channels(extent), false));
      Value larger = upsampled(name + ".image.up", image);
      image = layers.add(name + ".image", colours(name + ".rgb", x), larger);
    }
    graph.output(image, "image");
  }

  private Value mapping(Value z) {
    Value mean =
        graph.node(
            "ReduceMean",
            "map.mean",
            z.with(-1, 1),
            Map.of("axes", GraphBuilder.wholes(-1L), "keepdims", GraphBuilder.whole(1)),
            layers.multiply("map.square", z, z));
    Value sum = layers.add("map.sum", mean, graph.real("map.epsilon", 1e-8));
    Value x = graph.node("Div", "map.normed", z.dims(), z, layers.map("Sqrt", "map.root", sum));
    for (int i = 0; i < DENSE; i++) {
      x = leaky("map.relu" + i, layers.linear("map.dense" + i, x, STYLE, true));
    }
    return x;
  }

  private Value leaky(String name, Value x) {
    return graph.node(
        "LeakyRelu", name, x.dims(), Map.of("alpha", new OnnxAttribute.Real(0.2f)), x);
  }

  /** Scale of each channel from the style, about 1: [batch, channels]. */
  private Value scales(String name, long channels) {
    Value weight = graph.random(name + ".style.weight", STYLE, channels);
    Value product = graph.node("MatMul", name + ".style", style.with(-1, channels), style, weight);
    Value bias = graph.ones(name + ".style.bias", channels);
    return layers.add(name + ".style.biased", product, bias);
  }

  private Value modulated(String name, Value x, long channels, boolean up) {
    long in = x.dim(1);
    Value scale = scales(name, in);
    Value shaped = layers.reshape(name + ".s", scale, in, 1L, 1L);
    // The start is the same for all samples: the first style gives it the batch.
    Value scaled = graph.node("Mul", name + ".in", x.with(0, Value.BATCH), x, shaped);
    Value weight =
        up
            ? graph.random(name + ".weight", in, channels, 3L, 3L)
            : graph.random(name + ".weight", channels, in, 3L, 3L);
    Value y = up ? enlarged(name, scaled, weight, channels) : plain(name, scaled, weight, channels);
    return layers.multiply(name + ".out", y, demodulation(name, scale, weight, up));
  }

  private Value plain(String name, Value x, Value weight, long channels) {
    return graph.node("Conv", name, x.with(1, channels), Window.SAME.attributes(), x, weight);
  }

  /** Transposed convolution 3×3 of stride 2 to 2n + 1 pixels, then the blur to 2n. */
  private Value enlarged(String name, Value x, Value weight, long channels) {
    Window window = new Window(3, 2, 0);
    long extent = window.up(x.dim(2));
    List<Long> dims = List.of(x.dim(0), channels, extent, extent);
    Value y = graph.node("ConvTranspose", name, dims, window.attributes(), x, weight);
    Window blur = new Window(4, 1, 1);
    long smaller = blur.down(extent);
    return graph.node(
        "Conv",
        name + ".blur",
        List.of(x.dim(0), channels, smaller, smaller),
        depthwise(blur, channels),
        y,
        blurWeight(name + ".blur.weight", channels));
  }

  /** 1/√(Σ over inputs and window of (w s)² + 10⁻⁸): [batch, channels, 1, 1]. */
  private Value demodulation(String name, Value scale, Value weight, boolean transposed) {
    long in = scale.dim(1);
    long out = weight.dim(transposed ? 1 : 0);
    Value squares = layers.multiply(name + ".w2", weight, weight);
    Value energy =
        graph.node(
            "ReduceSum",
            name + ".w2.sum",
            List.of(weight.dim(0), weight.dim(1)),
            Map.of("keepdims", GraphBuilder.whole(0)),
            squares,
            graph.wholes(name + ".w2.axes", 2, 3));
    Value rows = transposed ? layers.transpose(name + ".w2.rows", energy, 1L, 0L) : energy;
    Value s2 = layers.multiply(name + ".s2", scale, scale);
    Value s2rows = layers.reshape(name + ".s2.rows", s2, 1L, in);
    List<Long> dims = List.of(scale.dim(0), out, in);
    Value all = graph.node("Mul", name + ".s2w2", dims, s2rows, rows);
    Value sums =
        graph.node(
            "ReduceSum",
            name + ".energy",
            List.of(scale.dim(0), out),
            Map.of("keepdims", GraphBuilder.whole(0)),
            all,
            graph.wholes(name + ".energy.axes", 2));
    Value safe = layers.add(name + ".safe", sums, graph.real(name + ".epsilon", 1e-8));
    Value root = layers.map("Sqrt", name + ".root", safe);
    Value one = graph.real(name + ".one", 1);
    Value inverse = graph.node("Div", name + ".inverse", root.dims(), one, root);
    return layers.reshape(name + ".d", inverse, out, 1L, 1L);
  }

  /** Noise, bias and leaky rectifier. */
  private Value finished(String name, Value x) {
    Value map = noise(name + ".noise", x.dim(2));
    Value scaled =
        layers.multiply(name + ".noise.scaled", map, graph.zeros(name + ".strength", 1L));
    Value noisy = layers.add(name + ".noisy", x, scaled);
    Value bias = graph.zeros(name + ".bias", x.dim(1), 1L, 1L);
    return leaky(name + ".relu", layers.add(name + ".biased", noisy, bias));
  }

  private Value noise(String name, long extent) {
    float[] map = SeededWeights.noise(seed, maps++, Math.toIntExact(extent * extent));
    return graph.reals(name, List.of(1L, 1L, extent, extent), map);
  }

  /** Three colours by a modulated 1×1 convolution, without demodulation. */
  private Value colours(String name, Value x) {
    Value scale = layers.reshape(name + ".s", scales(name, x.dim(1)), x.dim(1), 1L, 1L);
    return layers.conv(name, layers.multiply(name + ".in", x, scale), 3, Window.POINT);
  }

  /** Twice the extents by zeros between the pixels and the blur. */
  private Value upsampled(String name, Value image) {
    Window window = new Window(4, 2, 1);
    long extent = window.up(image.dim(2));
    return graph.node(
        "ConvTranspose",
        name,
        List.of(image.dim(0), 3L, extent, extent),
        depthwise(window, 3),
        image,
        blurWeight(name + ".weight", 3));
  }

  private static Map<String, OnnxAttribute> depthwise(Window window, long channels) {
    Map<String, OnnxAttribute> attributes = new LinkedHashMap<>(window.attributes());
    attributes.put("group", GraphBuilder.whole(channels));
    return attributes;
  }

  /** Outer product of 1, 3, 3, 1 for each channel, of sum 4 because three of four pixels are 0. */
  private Value blurWeight(String name, long channels) {
    float[] weight = new float[Math.toIntExact(16 * channels)];
    for (int i = 0; i < weight.length; i++) {
      weight[i] = BLUR[i / 4 % 4] * BLUR[i % 4] / 16;
    }
    return graph.reals(name, List.of(channels, 1L, 4L, 4L), weight);
  }
}
