package org.lightpath.datasets.builder;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.lightpath.datasets.onnx.OnnxAttribute;
import org.lightpath.datasets.onnx.OnnxType;

/**
 * Generator of DCGAN for images of 64 by 64: z[100] to 1024 × 4 × 4, then three transposed
 * convolutions 4 × 4 of stride 2 to 512, 256 and 128 channels and one to 3 (Radford, Metz,
 * Chintala, ICLR 2016, figure 1).
 */
final class Dcgan64 {
  private static final long LATENT = 100;
  private static final Layers.Window START = new Layers.Window(4, 1, 0);
  private static final Layers.Window DOUBLE = new Layers.Window(4, 2, 1);

  private Dcgan64() {}

  static GraphBuilder graph() {
    GraphBuilder graph = new GraphBuilder();
    Layers layers = new Layers(graph);
    Value x = graph.input("z", OnnxType.FLOAT, Value.BATCH, LATENT);
    x = layers.reshape("latent", x, LATENT, 1L, 1L);
    x = normed(graph, layers, "up4", layers.convTranspose("up4", x, 1024, START));
    long channels = 1024;
    for (long extent = 8; extent <= 32; extent *= 2) {
      channels /= 2;
      String name = "up" + extent;
      x = normed(graph, layers, name, layers.convTranspose(name, x, channels, DOUBLE));
    }
    x = layers.convTranspose("up64", x, 3, DOUBLE);
    graph.output(layers.map("Tanh", "tanh", x), "image");
    return graph;
  }

  private static Value normed(GraphBuilder graph, Layers layers, String name, Value x) {
    long channels = x.dim(1);
    float[] ones = new float[(int) channels];
    Arrays.fill(ones, 1);
    Value normed =
        graph.node(
            "BatchNormalization",
            name + ".norm",
            x.dims(),
            Map.of("epsilon", new OnnxAttribute.Real(1e-5f)),
            x,
            graph.ones(name + ".norm.weight", channels),
            graph.zeros(name + ".norm.bias", channels),
            graph.reals(name + ".norm.mean", List.of(channels), new float[(int) channels]),
            graph.reals(name + ".norm.variance", List.of(channels), ones));
    return layers.map("Relu", name + ".relu", normed);
  }
}
