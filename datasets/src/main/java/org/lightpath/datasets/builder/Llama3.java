package org.lightpath.datasets.builder;

import java.util.List;
import java.util.Map;
import org.lightpath.datasets.onnx.OnnxType;

/**
 * Llama 3 of 8 billion parameters: 32 layers of width 4096, 32 heads of queries that share 8 of
 * keys and values, gated dense layers of 14,336, 128,256 tokens (Llama team, "The Llama 3 herd of
 * models", 2024, table 3). One layer stands for all 32. The output is cut into 32 slices of 4,008
 * tokens, one of which stands for all, so that no tensor is larger than a dense layer's.
 */
final class Llama3 {
  static final int LAYERS = 32;
  static final int SLICES = 32;
  static final long WIDTH = 4096;
  static final long VOCABULARY = 128_256;

  private static final long HEADS = 32;
  private static final long SHARED = 8;
  private static final long HEAD_WIDTH = WIDTH / HEADS;
  private static final long HIDDEN = 14_336;
  private static final double ROTATION_BASE = 500_000;

  private final GraphBuilder graph = new GraphBuilder();
  private final Layers layers = new Layers(graph);
  private final long tokens;

  private Llama3(long tokens) {
    this.tokens = tokens;
  }

  /** One layer, [batch, tokens, 4096] to the same. */
  static GraphBuilder layer(long tokens) {
    Llama3 model = new Llama3(tokens);
    Value x = model.graph.input("x", OnnxType.FLOAT, Value.BATCH, tokens, WIDTH);
    model.graph.output(model.layer(x), "y");
    return model.graph;
  }

  /** One slice of the output, [batch, tokens, 4096] to [batch, tokens, 4008]. */
  static GraphBuilder slice(long tokens) {
    Llama3 model = new Llama3(tokens);
    Value x = model.graph.input("x", OnnxType.FLOAT, Value.BATCH, tokens, WIDTH);
    model.graph.output(model.layers.linear("head", x, VOCABULARY / SLICES, false), "logits");
    return model.graph;
  }

  private Value layer(Value x) {
    Value normed = norm("norm1", x);
    Value q = layers.linear("q", normed, WIDTH, false);
    Value k = layers.linear("k", normed, SHARED * HEAD_WIDTH, false);
    Value v = layers.linear("v", normed, SHARED * HEAD_WIDTH, false);
    Value y = layers.add("sum1", x, layers.linear("out", attention(q, k, v), WIDTH, false));
    normed = norm("norm2", y);
    Value gate = layers.silu("gate.silu", layers.linear("gate", normed, HIDDEN, false));
    Value up = layers.linear("up", normed, HIDDEN, false);
    Value down = layers.linear("down", layers.multiply("gated", gate, up), WIDTH, false);
    return layers.add("sum2", y, down);
  }

  /** x/√(mean x² + 10⁻⁵), times a gain. */
  private Value norm(String name, Value x) {
    Value square = layers.multiply(name + ".square", x, x);
    Value mean =
        graph.node(
            "ReduceMean",
            name + ".mean",
            x.with(-1, 1),
            Map.of("axes", GraphBuilder.wholes(-1L), "keepdims", GraphBuilder.whole(1)),
            square);
    Value root =
        layers.map(
            "Sqrt",
            name + ".root",
            layers.add(name + ".sum", mean, graph.real(name + ".epsilon", 1e-5)));
    Value normed = graph.node("Div", name + ".normed", x.dims(), x, root);
    return layers.multiply(name, normed, graph.ones(name + ".weight", x.dim(-1)));
  }

  /** The four heads of queries that share keys are the rows of one product. */
  private Value attention(Value q, Value k, Value v) {
    long group = HEADS / SHARED;
    Value queries = rotated("q", heads("q", q, HEADS));
    Value keys = rotated("k", heads("k", k, SHARED));
    Value values = heads("v", v, SHARED);
    Value rows = layers.reshape("q.rows", queries, SHARED, group * tokens, HEAD_WIDTH);
    Value columns = layers.transpose("k.columns", keys, 0L, 1L, 3L, 2L);
    Value scores = layers.product("qk", rows, columns);
    Value scaled =
        layers.multiply("qk.scaled", scores, graph.real("qk.root", 1 / Math.sqrt(HEAD_WIDTH)));
    Value each = layers.reshape("qk.heads", scaled, HEADS, tokens, tokens);
    Value seen = layers.softmax("softmax", layers.add("masked", each, layers.mask("mask", tokens)));
    Value grouped = layers.reshape("softmax.rows", seen, SHARED, group * tokens, tokens);
    Value mixed = layers.product("av", grouped, values);
    Value apart = layers.reshape("av.heads", mixed, HEADS, tokens, HEAD_WIDTH);
    Value back = layers.transpose("av.back", apart, 0L, 2L, 1L, 3L);
    return layers.reshape("mixed", back, tokens, WIDTH);
  }

  private Value heads(String name, Value x, long heads) {
    Value split = layers.reshape(name + ".split", x, tokens, heads, HEAD_WIDTH);
    return layers.transpose(name + ".heads", split, 0L, 2L, 1L, 3L);
  }

  /** Rotary positions: x·cos + (−second half, first half)·sin. */
  private Value rotated(String name, Value x) {
    long half = HEAD_WIDTH / 2;
    Value first = layers.slice(name + ".first", x, 0, half);
    Value second = layers.slice(name + ".second", x, half, HEAD_WIDTH);
    Value turned =
        layers.concat(name + ".turned", 3, layers.map("Neg", name + ".neg", second), first);
    Value cosine = layers.multiply(name + ".x_cos", x, table(name + ".cos", true));
    Value sine = layers.multiply(name + ".x_sin", turned, table(name + ".sin", false));
    return layers.add(name + ".rotated", cosine, sine);
  }

  private Value table(String name, boolean cosine) {
    int width = (int) HEAD_WIDTH;
    float[] table = new float[Math.toIntExact(tokens * width)];
    for (int i = 0; i < table.length; i++) {
      int column = i % (width / 2);
      int place = i / width;
      double angle = place * Math.pow(ROTATION_BASE, -2.0 * column / width);
      table[i] = (float) (cosine ? Math.cos(angle) : Math.sin(angle));
    }
    return graph.reals(name, List.of(tokens, HEAD_WIDTH), table);
  }
}
