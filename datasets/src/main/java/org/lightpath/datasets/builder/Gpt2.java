package org.lightpath.datasets.builder;

import java.util.List;
import java.util.Map;
import org.lightpath.datasets.onnx.OnnxType;

/**
 * GPT-2 of 124 million parameters: 12 layers of width 768 with 12 heads, 50,257 tokens, context of
 * 1024, embedding shared with the output (Radford et al. 2019; openai/gpt-2, hparams of 124M).
 */
final class Gpt2 {
  static final long CONTEXT = 1024;

  private static final long LAYERS = 12;
  private static final long WIDTH = 768;
  private static final long HEADS = 12;
  private static final long VOCABULARY = 50_257;

  private final GraphBuilder graph = new GraphBuilder();
  private final Layers layers = new Layers(graph);
  private final long tokens;

  private Gpt2(long tokens) {
    this.tokens = tokens;
  }

  static GraphBuilder graph(long tokens) {
    Gpt2 model = new Gpt2(tokens);
    model.build();
    return model.graph;
  }

  private void build() {
    Value ids = graph.input("ids", OnnxType.INT64, Value.BATCH, tokens);
    Value table = graph.random("tokens.weight", VOCABULARY, WIDTH);
    Value places = graph.random("places.weight", CONTEXT, WIDTH);
    List<Long> rows = List.of(Value.BATCH, tokens, WIDTH);
    Value x = graph.node("Gather", "tokens", rows, table, ids);
    Value first =
        graph.node(
            "Slice",
            "places",
            List.of(tokens, WIDTH),
            places,
            graph.wholes("places.from", 0),
            graph.wholes("places.to", tokens),
            graph.wholes("places.axis", 0));
    x = layers.add("embedded", x, first);
    for (int layer = 0; layer < LAYERS; layer++) {
      x = layer("layer" + layer, x);
    }
    x = layers.layerNorm("norm", x);
    Value columns =
        graph.node(
            "Transpose",
            "head.weight",
            List.of(WIDTH, VOCABULARY),
            Map.of("perm", GraphBuilder.wholes(1L, 0L)),
            table);
    graph.output(layers.product("head", x, columns), "logits");
  }

  private Value layer(String name, Value x) {
    Value normed = layers.layerNorm(name + ".norm1", x);
    Value all = layers.linear(name + ".qkv", normed, 3 * WIDTH, true);
    Value q = layers.slice(name + ".q", all, 0, WIDTH);
    Value k = layers.slice(name + ".k", all, WIDTH, 2 * WIDTH);
    Value v = layers.slice(name + ".v", all, 2 * WIDTH, 3 * WIDTH);
    Value mixed = layers.attention(name + ".attention", new Layers.Heads(q, k, v, HEADS, true));
    x = layers.add(name + ".sum1", x, layers.linear(name + ".out", mixed, WIDTH, true));
    normed = layers.layerNorm(name + ".norm2", x);
    Value hidden = layers.linear(name + ".dense1", normed, 4 * WIDTH, true);
    Value active = gelu(name + ".gelu", hidden);
    return layers.add(name + ".sum2", x, layers.linear(name + ".dense2", active, WIDTH, true));
  }

  /** x·(1 + tanh(√(2/π)(x + 0.044715 x³)))/2, which GPT-2 uses. */
  private Value gelu(String name, Value x) {
    Value square = layers.multiply(name + ".square", x, x);
    Value cube = layers.multiply(name + ".cube", square, x);
    Value small = layers.multiply(name + ".small", cube, graph.real(name + ".factor", 0.044715));
    Value sum = layers.add(name + ".sum", x, small);
    Value scale = graph.real(name + ".root", Math.sqrt(2 / Math.PI));
    Value tanh = layers.map("Tanh", name + ".tanh", layers.multiply(name + ".scaled", sum, scale));
    Value one = layers.add(name + ".shifted", tanh, graph.real(name + ".one", 1));
    Value both = layers.multiply(name + ".both", x, one);
    return layers.multiply(name, both, graph.real(name + ".half", 0.5));
  }
}
