package org.lightpath.datasets.builder;

import java.util.ArrayDeque;
import java.util.Deque;
import org.lightpath.datasets.builder.Layers.Window;
import org.lightpath.datasets.onnx.OnnxType;

/**
 * U-Net of Stable Diffusion 1.5 for latents of 64 by 64 and texts of 77 tokens: 320 channels times
 * 1, 2, 4, 4, two residual blocks a level, transformers of 8 heads at all levels but the coarsest
 * (Rombach et al., CVPR 2022; CompVis/stable-diffusion,
 * configs/stable-diffusion/v1-inference.yaml).
 */
final class StableDiffusionUnet {
  private static final long WIDTH = 320;
  private static final long[] FACTORS = {1, 2, 4, 4};
  private static final int BLOCKS = 2;
  private static final int LEVELS_WITH_TEXT = 3;
  private static final long HEADS = 8;
  private static final long LATENT = 64;
  private static final long TOKENS = 77;
  private static final long TEXT_WIDTH = 768;

  private final GraphBuilder graph = new GraphBuilder();
  private final Layers layers = new Layers(graph);
  private final ResidualBlocks blocks;
  private final Value latent;
  private final Value text;

  private StableDiffusionUnet() {
    latent = graph.input("x", OnnxType.FLOAT, Value.BATCH, 4L, LATENT, LATENT);
    Value step = graph.input("t", OnnxType.FLOAT, Value.BATCH);
    text = graph.input("text", OnnxType.FLOAT, Value.BATCH, TOKENS, TEXT_WIDTH);
    blocks = new ResidualBlocks(graph, layers, ResidualBlocks.time(graph, layers, step, WIDTH));
  }

  static GraphBuilder graph() {
    StableDiffusionUnet model = new StableDiffusionUnet();
    model.build();
    return model.graph;
  }

  private void build() {
    Deque<Value> skips = new ArrayDeque<>();
    Value x = layers.conv("in.conv", latent, WIDTH, Window.SAME);
    skips.push(x);
    for (int level = 0; level < FACTORS.length; level++) {
      for (int block = 0; block < BLOCKS; block++) {
        x = stage("down%d.%d".formatted(level, block), x, level);
        skips.push(x);
      }
      if (level < FACTORS.length - 1) {
        x = blocks.down("down%d.half".formatted(level), x);
        skips.push(x);
      }
    }
    long widest = WIDTH * FACTORS[FACTORS.length - 1];
    x = blocks.residual("middle.residual1", x, widest);
    x = blocks.residual("middle.residual2", transformer("middle.transformer", x), widest);
    for (int level = FACTORS.length - 1; level >= 0; level--) {
      for (int block = 0; block <= BLOCKS; block++) {
        String name = "up%d.%d".formatted(level, block);
        x = stage(name, layers.concat(name + ".concat", 1, x, skips.pop()), level);
      }
      if (level > 0) {
        x = blocks.up("up%d.double".formatted(level), x);
      }
    }
    blocks.finish(x, 4);
  }

  private Value stage(String name, Value x, int level) {
    Value y = blocks.residual(name + ".residual", x, WIDTH * FACTORS[level]);
    return level < LEVELS_WITH_TEXT ? transformer(name + ".transformer", y) : y;
  }

  /** Self-attention, attention to the text and gated dense layers on the pixels of an image. */
  private Value transformer(String name, Value x) {
    Value in =
        layers.conv(name + ".in", layers.groupNorm(name + ".norm", x), x.dim(1), Window.POINT);
    Value flat = layers.reshape(name + ".flat", in, x.dim(1), x.dim(2) * x.dim(3));
    Value rows = layers.transpose(name + ".rows", flat, 0L, 2L, 1L);
    Value normed = layers.layerNorm(name + ".norm1", rows);
    rows = layers.add(name + ".sum1", rows, attention(name + ".self", normed, normed));
    normed = layers.layerNorm(name + ".norm2", rows);
    rows = layers.add(name + ".sum2", rows, attention(name + ".text", normed, text));
    normed = layers.layerNorm(name + ".norm3", rows);
    rows = layers.add(name + ".sum3", rows, gated(name + ".dense", normed));
    Value back = layers.transpose(name + ".back", rows, 0L, 2L, 1L);
    Value pixels = layers.reshape(name + ".pixels", back, x.dim(1), x.dim(2), x.dim(3));
    return layers.add(name, x, layers.conv(name + ".out", pixels, x.dim(1), Window.POINT));
  }

  private Value attention(String name, Value rows, Value context) {
    long width = rows.dim(2);
    Value q = layers.linear(name + ".to_q", rows, width, false);
    Value k = layers.linear(name + ".to_k", context, width, false);
    Value v = layers.linear(name + ".to_v", context, width, false);
    Value mixed = layers.attention(name + ".mix", new Layers.Heads(q, k, v, HEADS, false));
    return layers.linear(name + ".to_out", mixed, width, true);
  }

  /** GEGLU: half of the hidden values gates the other half. */
  private Value gated(String name, Value rows) {
    long width = rows.dim(2);
    Value both = layers.linear(name + ".hidden", rows, 8 * width, true);
    Value values = layers.slice(name + ".values", both, 0, 4 * width);
    Value gates = layers.slice(name + ".gates", both, 4 * width, 8 * width);
    Value gated = layers.multiply(name + ".gated", values, layers.gelu(name + ".gelu", gates));
    return layers.linear(name + ".out", gated, width, true);
  }
}
