package org.lightpath.cli.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.lightpath.core.engine.MatmulCounts;
import org.lightpath.core.plan.MatmulShape;

/**
 * Shares of numbers that were out of range and have been clipped.
 *
 * @param inputs beyond their full scale
 * @param weights beyond their full scale
 * @param readouts beyond the converter's range
 */
record Clipping(double inputs, double weights, double readouts) {
  /** A converter's range of four standard deviations clips 6e-5 of normal readouts. */
  private static final double USUAL = 1e-3;

  static Clipping of(CoreResult result) {
    MatmulCounts counts = result.measured().counts();
    MatmulShape shape = result.what().request().shape();
    double runs = Math.max(1, counts.runs());
    double readouts =
        (double) shape.result().elements() * result.measured().description().readout().windows();
    return new Clipping(
        counts.leftClipped() / (runs * shape.left().elements()),
        counts.rightClipped() / (runs * shape.right().elements()),
        counts.outputClipped() / (runs * readouts));
  }

  /** Whether no operand was clipped, and of readouts only what every converter clips. */
  boolean usual() {
    return inputs == 0 && weights == 0 && readouts < USUAL;
  }

  /** In words; empty if nothing was clipped. */
  Optional<String> words() {
    if (inputs + weights + readouts == 0) {
      return Optional.empty();
    }
    List<String> parts = new ArrayList<>();
    add(parts, inputs, "inputs beyond their full scale");
    add(parts, weights, "weights beyond their full scale");
    add(parts, readouts, "readouts beyond the converter's range");
    return Optional.of("clipped: " + String.join(", ", parts) + action());
  }

  private static void add(List<String> parts, double share, String what) {
    if (share > 0) {
      parts.add(String.format(Locale.ROOT, "%.3g %% of the %s", 100 * share, what));
    }
  }

  /** What to do; nothing where it is usual. */
  private String action() {
    if (usual()) {
      return "";
    }
    List<String> keys = new ArrayList<>();
    if (inputs > 0) {
      keys.add("operands.leftScale");
    }
    if (weights > 0) {
      keys.add("operands.rightScale");
    }
    if (readouts >= USUAL) {
      keys.add("receiver.range");
    }
    return "; raise " + String.join(" and ", keys);
  }
}
