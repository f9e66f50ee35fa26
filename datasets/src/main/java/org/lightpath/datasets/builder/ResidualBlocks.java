package org.lightpath.datasets.builder;

import org.lightpath.datasets.builder.Layers.Window;

/** Residual blocks and changes of resolution, as both diffusion U-Nets here have them. */
final class ResidualBlocks {
  private final GraphBuilder graph;
  private final Layers layers;
  private final Value time;

  /**
   * Blocks of one U-Net.
   *
   * @param time activated embedding of the step, [batch, width]
   */
  ResidualBlocks(GraphBuilder graph, Layers layers, Value time) {
    this.graph = graph;
    this.layers = layers;
    this.time = time;
  }

  /** Dense layers that make the embedding of a step: width, 4·width, 4·width, activated. */
  static Value time(GraphBuilder graph, Layers layers, Value step, long width) {
    Value waves = layers.timestep("time.waves", step, width);
    Value hidden = layers.silu("time.silu1", layers.linear("time.dense1", waves, 4 * width, true));
    return layers.silu("time.silu2", layers.linear("time.dense2", hidden, 4 * width, true));
  }

  /** Norm, SiLU, 3×3; plus the step; norm, SiLU, 3×3; plus the input, through 1×1 if it must. */
  Value residual(String name, Value x, long channels) {
    Value first = layers.silu(name + ".silu1", layers.groupNorm(name + ".norm1", x));
    Value y = layers.conv(name + ".conv1", first, channels, Window.SAME);
    Value step = layers.linear(name + ".time", time, channels, true);
    y = layers.add(name + ".timed", y, layers.reshape(name + ".step", step, channels, 1L, 1L));
    Value second = layers.silu(name + ".silu2", layers.groupNorm(name + ".norm2", y));
    y = layers.conv(name + ".conv2", second, channels, Window.SAME);
    Value skip = x.dim(1) == channels ? x : layers.conv(name + ".skip", x, channels, Window.POINT);
    return layers.add(name, y, skip);
  }

  /** Half the extents. */
  Value down(String name, Value x) {
    return layers.conv(name, x, x.dim(1), Window.HALF);
  }

  /** Twice the extents. */
  Value up(String name, Value x) {
    return layers.conv(name, layers.nearest(name + ".nearest", x), x.dim(1), Window.SAME);
  }

  /** Norm, SiLU and 3×3 to what the network predicts. */
  void finish(Value x, long channels) {
    Value active = layers.silu("out.silu", layers.groupNorm("out.norm", x));
    graph.output(layers.conv("out.conv", active, channels, Window.SAME), "eps");
  }
}
