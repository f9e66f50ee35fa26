package org.lightpath.photonic.energy.published;

import java.util.List;
import java.util.Objects;
import org.lightpath.photonic.energy.Component;
import org.lightpath.photonic.energy.TileShape;

/**
 * Cost of a matrix product on Lightening-Transformer, output stationary (simulator_FFN.py and
 * simulator_attn.py of its artefact, architecture optimisations on).
 *
 * <p>The product is cut into n₁ × n₂ × n_D blocks of 12. Operand one is modulated n₂ times, operand
 * two n₁ times for all R tiles together. Photocurrents of the C cores of a tile are summed over up
 * to 3 cycles, so there are rows·columns·⌈⌈n_D/t⌉/C⌉ readouts.
 *
 * @param design which variant
 * @param slips keep or correct
 */
public record LighteningProducts(LighteningDesign design, Slips slips) implements ProductModel {
  /** Checks that nothing is missing. */
  public LighteningProducts {
    Objects.requireNonNull(design);
    Objects.requireNonNull(slips);
  }

  @Override
  public String name() {
    return design.name();
  }

  @Override
  public int bits() {
    return design.bits();
  }

  /** Counts of one product, all heads together. */
  private record Counts(double blocks, double first, double second, double readouts, double sums) {}

  @Override
  public ProductCost cost(MatrixProduct product) {
    Counts counts = counts(product);
    double clock = LighteningDesign.CLOCK;
    double symbols = counts.first + counts.second;
    double encoder = LighteningDesign.encoder().power(clock) / clock;
    List<ProductCost.Energy> energies =
        List.of(
            energy(Component.LASER, design.laserPower() / clock * counts.blocks),
            energy(Component.DAC, design.dacPower() / clock * symbols),
            energy(Component.MZM, encoder * symbols),
            energy(Component.ADC, design.adcPower() / clock * counts.readouts),
            energy(Component.TIA, LighteningDesign.amplifierPower() / clock * counts.readouts),
            energy(Component.PHOTODIODE, LighteningDesign.diodePower() / clock * counts.sums),
            energy(Component.ADDER, LighteningDesign.ADDER_POWER / clock * counts.readouts),
            energy("registers", registers(counts)),
            energy("local buffer", localBuffer(product, counts)),
            energy("global buffer", globalBuffer(product, counts)),
            energy("main memory", mainMemory(product)));
    return new ProductCost(
        product.name(), energies, computeSeconds(product), memorySeconds(product));
  }

  private static ProductCost.Energy energy(String part, double joules) {
    return new ProductCost.Energy(part, joules);
  }

  private Counts counts(MatrixProduct product) {
    TileShape tile = LighteningDesign.TILE;
    MatrixProduct.Shape shape = product.shape();
    int down = Math.ceilDiv(shape.rows(), tile.rows());
    int across = Math.ceilDiv(shape.columns(), tile.columns());
    int deep = Math.ceilDiv(shape.inner(), tile.wavelengths());
    int steps =
        Math.min(
            tile.timeSteps(),
            Math.ceilDiv(shape.inner(), design.coresPerTile() * tile.wavelengths()));
    double outputs = (double) product.batch() * shape.rows() * shape.columns();
    int readings = Math.ceilDiv(Math.ceilDiv(deep, steps), design.coresPerTile());
    return new Counts(
        (double) product.batch() * down * across * deep,
        (double) product.batch() * shape.rows() * shape.inner() * across,
        (double) product.batch() * down * shape.columns() * shape.inner() / design.tiles(),
        outputs * readings,
        outputs * deep);
  }

  /** Words of 16 bits that a number takes. */
  private double words() {
    return design.bits() / 16.0;
  }

  /** Operands and partial sums are written and read; sums also cross the network to the adders. */
  private double registers(Counts counts) {
    double moved = 2 * (counts.first + counts.second + counts.readouts);
    return words() * (MemoryEnergy.REGISTER * moved + MemoryEnergy.NETWORK * counts.readouts);
  }

  private double localBuffer(MatrixProduct product, Counts counts) {
    double first = (double) product.batch() * product.shape().rows() * product.shape().inner();
    double reads = counts.first + counts.second;
    double fills = first + counts.second;
    return words() * MemoryEnergy.LOCAL * (reads + fills + outputTransfers(product));
  }

  /** Transfers of outputs: a local buffer too small for a strip of operand one sends sums away. */
  private double outputTransfers(MatrixProduct product) {
    double strip =
        LighteningDesign.TILE.rows() * (double) product.shape().inner() * design.bits() / 8;
    double loads = strip / MemoryEnergy.LOCAL_BYTES;
    // Rounded up for layers with weights, not for attention: so in the artefact.
    double rounds = Math.max(product.weights() ? Math.ceil(loads) : loads, 1);
    double outputs = (double) product.batch() * product.shape().rows() * product.shape().columns();
    return outputs * (2 * rounds - 1);
  }

  private double globalBuffer(MatrixProduct product, Counts counts) {
    double first = (double) product.batch() * product.shape().rows() * product.shape().inner();
    double operands = first + counts.second;
    if (product.weights()) {
      operands += first;
    } else if (slips == Slips.KEPT) {
      // The slip multiplies by the read energy once more, as a plain number of millijoules.
      operands *= MemoryEnergy.GLOBAL * 1e3;
    }
    return words() * MemoryEnergy.GLOBAL * (outputTransfers(product) + operands);
  }

  private double mainMemory(MatrixProduct product) {
    return product.weights()
        ? words() * MemoryEnergy.MAIN * product.shape().rows() * product.shape().inner()
        : 0;
  }

  private double computeSeconds(MatrixProduct product) {
    return Math.ceil(counts(product).blocks / design.cores()) / LighteningDesign.CLOCK;
  }

  /** Weights come from the main memory, strip by strip; activations from the global buffer. */
  private double memorySeconds(MatrixProduct product) {
    MatrixProduct.Shape shape = product.shape();
    int rows = LighteningDesign.TILE.rows();
    int strips = Math.ceilDiv(shape.rows(), design.tiles() * rows);
    double strip = (double) rows * shape.inner() * design.bits();
    if (product.weights()) {
      return strips * MemoryEnergy.loadSeconds(strip, MemoryEnergy.MAIN_RATE / design.tiles());
    }
    double bits = strip * design.tiles() + (double) shape.inner() * shape.columns() * design.bits();
    return product.batch() * strips * MemoryEnergy.loadSeconds(bits, MemoryEnergy.GLOBAL_RATE);
  }
}
