package org.lightpath.datasets.builder;

import java.util.ArrayDeque;
import java.util.Deque;
import org.lightpath.datasets.builder.Layers.Window;
import org.lightpath.datasets.onnx.OnnxType;

/**
 * U-Net of DDPM for CIFAR-10: 128 channels times 1, 2, 2, 2 at 32 to 4 pixels, two residual blocks
 * a level, attention of one head at 16 × 16 (Ho, Jain, Abbeel, NeurIPS 2020, appendix B).
 */
final class DdpmCifar10 {
  private static final long WIDTH = 128;
  private static final long[] FACTORS = {1, 2, 2, 2};
  private static final int BLOCKS = 2;
  private static final long ATTENTION_EXTENT = 16;

  private final GraphBuilder graph = new GraphBuilder();
  private final Layers layers = new Layers(graph);
  private final ResidualBlocks blocks;
  private final Value image;

  private DdpmCifar10() {
    image = graph.input("x", OnnxType.FLOAT, Value.BATCH, 3L, 32L, 32L);
    Value step = graph.input("t", OnnxType.FLOAT, Value.BATCH);
    blocks = new ResidualBlocks(graph, layers, ResidualBlocks.time(graph, layers, step, WIDTH));
  }

  static GraphBuilder graph() {
    DdpmCifar10 model = new DdpmCifar10();
    model.build();
    return model.graph;
  }

  private void build() {
    Deque<Value> skips = new ArrayDeque<>();
    Value x = layers.conv("in.conv", image, WIDTH, Window.SAME);
    skips.push(x);
    for (int level = 0; level < FACTORS.length; level++) {
      for (int block = 0; block < BLOCKS; block++) {
        x = stage("down%d.%d".formatted(level, block), x, WIDTH * FACTORS[level]);
        skips.push(x);
      }
      if (level < FACTORS.length - 1) {
        x = blocks.down("down%d.half".formatted(level), x);
        skips.push(x);
      }
    }
    long widest = WIDTH * FACTORS[FACTORS.length - 1];
    x = blocks.residual("middle.residual1", x, widest);
    x = blocks.residual("middle.residual2", attention("middle.attention", x), widest);
    for (int level = FACTORS.length - 1; level >= 0; level--) {
      for (int block = 0; block <= BLOCKS; block++) {
        String name = "up%d.%d".formatted(level, block);
        x = stage(name, layers.concat(name + ".concat", 1, x, skips.pop()), WIDTH * FACTORS[level]);
      }
      if (level > 0) {
        x = blocks.up("up%d.double".formatted(level), x);
      }
    }
    blocks.finish(x, 3);
  }

  private Value stage(String name, Value x, long channels) {
    Value y = blocks.residual(name + ".residual", x, channels);
    return y.dim(2) == ATTENTION_EXTENT ? attention(name + ".attention", y) : y;
  }

  private Value attention(String name, Value x) {
    Value normed = layers.groupNorm(name + ".norm", x);
    Value q = rows(name + ".q", normed);
    Value k = rows(name + ".k", normed);
    Value v = rows(name + ".v", normed);
    Value mixed = layers.attention(name + ".mix", new Layers.Heads(q, k, v, 1, false));
    Value back = layers.transpose(name + ".back", mixed, 0L, 2L, 1L);
    Value pixels = layers.reshape(name + ".pixels", back, x.dim(1), x.dim(2), x.dim(3));
    Value out = layers.conv(name + ".out", pixels, x.dim(1), Window.POINT);
    return layers.add(name, x, out);
  }

  private Value rows(String name, Value x) {
    Value y = layers.conv(name, x, x.dim(1), Window.POINT);
    Value flat = layers.reshape(name + ".flat", y, y.dim(1), y.dim(2) * y.dim(3));
    return layers.transpose(name + ".rows", flat, 0L, 2L, 1L);
  }
}
