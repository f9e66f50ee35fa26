package org.lightpath.cloud.account;

import org.lightpath.core.plan.MatmulShape;
import org.lightpath.photonic.device.Require;
import org.lightpath.photonic.energy.CoreDesign;
import org.lightpath.photonic.energy.TileShape;

/**
 * How a product of a batch is cut into tiles: P products of I input vectors, J weight vectors and
 * length K.
 *
 * <p>The constant operand gives the weight vectors; without one the right operand does. Inferences
 * of a batch add input vectors where weights are constant, and products where they are not. With
 * f_w the fan-out of a weight, f_x that of an input, c cores on a read-out, N_λ wavelengths, L
 * cycles of integration and R = cores·H·W/(f_x f_w c) replicas of that array:
 *
 * <ul>
 *   <li>k = ⌈K/(N_λ c)⌉ cycles for a block, ⌈P ⌈I/f_w⌉ ⌈J/f_x⌉ / R⌉·k cycles in all
 *   <li>input symbols P·I·K·⌈J/f_x⌉, weight symbols P·J·K·⌈I/f_w⌉; lanes that a block leaves empty
 *       modulate nothing
 *   <li>read-outs P·I·J·⌈k/L⌉, of which all but the first of an output are added digitally
 * </ul>
 *
 * @param macs of the batch, P·I·J·K
 * @param cycles of the clock
 * @param lastWindow cycles of the last integration window
 * @param symbols modulated
 * @param readOuts of all outputs
 */
public record Tiling(long macs, long cycles, long lastWindow, Symbols symbols, ReadOuts readOuts) {
  /**
   * Symbols modulated.
   *
   * @param inputs of the first stream
   * @param weights of the second
   */
  public record Symbols(long inputs, long weights) {}

  /**
   * Read-outs.
   *
   * @param conversions of the ADCs
   * @param outputs that they make
   */
  public record ReadOuts(long conversions, long outputs) {
    /** Digital additions. */
    public long additions() {
      return conversions - outputs;
    }
  }

  /** Cuts one repetition of a layer for a batch. */
  public static Tiling of(ProductLayer layer, CoreDesign core, int batch) {
    Require.count("batch", batch);
    Extents extents = Extents.of(layer, batch);
    Grid grid = Grid.of(core);
    long inputBlocks = ceil(extents.inputs, grid.weightFanOut);
    long weightBlocks = ceil(extents.weights, grid.inputFanOut);
    long window = ceil(extents.inner, grid.terms);
    long blocks = product(extents.products, inputBlocks, weightBlocks);
    long outputs = product(extents.products, extents.inputs, extents.weights);
    int steps = core.array().tile().timeSteps();
    long last = window % steps == 0 ? steps : window % steps;
    return new Tiling(
        product(outputs, extents.inner),
        product(ceil(blocks, grid.replicas), window),
        last,
        new Symbols(
            product(extents.products, extents.inputs, extents.inner, weightBlocks),
            product(extents.products, extents.weights, extents.inner, inputBlocks)),
        new ReadOuts(product(outputs, ceil(window, steps)), outputs));
  }

  /** The same in so many passes: all of the light and read-outs again, the same outputs. */
  public Tiling inPasses(int passes) {
    return new Tiling(
        macs,
        product(cycles, passes),
        lastWindow,
        new Symbols(product(symbols.inputs, passes), product(symbols.weights, passes)),
        new ReadOuts(product(readOuts.conversions, passes), readOuts.outputs));
  }

  /** Multiply–accumulates over those that the array could do in that time. */
  public double utilisation(CoreDesign core) {
    return macs / (cycles * core.array().tile().macsPerCycle() * core.array().cores());
  }

  private static long ceil(long total, long part) {
    return Math.ceilDiv(total, part);
  }

  private static long product(long first, long... others) {
    long result = first;
    for (long other : others) {
      result = Math.multiplyExact(result, other);
    }
    return result;
  }

  private record Extents(long products, long inputs, long weights, long inner) {
    static Extents of(ProductLayer layer, int batch) {
      MatmulShape shape = layer.shape();
      boolean fold = shape.sharedRight();
      long groups = fold ? 1 : shape.batch();
      long rows = (long) shape.rows() * (fold ? shape.batch() : 1);
      return switch (layer.weights()) {
        case RIGHT -> new Extents(groups, batch * rows, shape.columns(), shape.inner());
        case LEFT -> new Extents(groups, (long) batch * shape.columns(), rows, shape.inner());
        case NONE -> new Extents(batch * groups, rows, shape.columns(), shape.inner());
      };
    }
  }

  /** The array as one: R replicas of f_w × f_x outputs with N_λ·c terms a cycle. */
  private record Grid(long weightFanOut, long inputFanOut, long terms, long replicas) {
    static Grid of(CoreDesign core) {
      TileShape tile = core.array().tile();
      CoreDesign.Reuse reuse = core.reuse();
      long weight = whole(core, "weight fan-out", reuse.weightFanOut());
      long input = whole(core, "input fan-out", reuse.inputFanOut());
      long cores = whole(core, "cores per readout", reuse.coresPerReadout());
      double replicas =
          (double) tile.rows() * tile.columns() * core.array().cores() / (weight * input * cores);
      return new Grid(
          weight,
          input,
          tile.wavelengths() * cores,
          whole(core, "outputs of all cores over f_x*f_w*cores per readout", replicas));
    }

    private static long whole(CoreDesign core, String what, double value) {
      if (value < 1 || value != Math.rint(value)) {
        throw new IllegalArgumentException(
            "core %s: %s is %s, expected a whole number of at least 1"
                .formatted(core.name(), what, value));
      }
      return (long) value;
    }
  }
}
