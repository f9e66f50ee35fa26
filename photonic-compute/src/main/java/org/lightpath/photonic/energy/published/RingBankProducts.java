package org.lightpath.photonic.energy.published;

import java.util.List;
import java.util.Objects;
import org.lightpath.photonic.device.MicroringModulator;
import org.lightpath.photonic.device.ModulatorDrive;
import org.lightpath.photonic.energy.Component;

/**
 * Cost of a matrix product on the microring bank, weight stationary (simulator_FFN.py and
 * simulator_attn.py of the artefact of Lightening-Transformer).
 *
 * <p>Signed inputs take two passes; attention after the softmax is not negative and takes one, with
 * its operands exchanged so that the positive one is the input. Memory is taken as never the limit.
 *
 * @param design which variant
 * @param slips keep or correct
 */
public record RingBankProducts(RingBankDesign design, Slips slips) implements ProductModel {
  private static final int SIZE = RingBankDesign.SIZE;

  /** Checks that nothing is missing. */
  public RingBankProducts {
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

  /** Counts of one product, all heads and passes together where not said otherwise. */
  private record Counts(
      MatrixProduct.Shape shape, double batch, int passes, double down, double deep) {
    /** Weights written once each. */
    double weights() {
      return batch * shape.rows() * shape.inner();
    }

    /** Inputs sent, all passes: once for each strip of rows. */
    double inputs() {
      return batch * down * shape.inner() * shape.columns() * passes;
    }

    double outputs() {
      return batch * shape.rows() * shape.columns();
    }

    double sums() {
      return outputs() * deep * passes;
    }

    double cycles() {
      return batch * down * deep * shape.columns() * passes;
    }
  }

  private static Counts counts(MatrixProduct product) {
    boolean positive = product.kind() == MatrixProduct.Kind.POSITIVE_ACTIVATIONS;
    MatrixProduct.Shape shape = positive ? product.shape().transposed() : product.shape();
    return new Counts(
        shape,
        product.batch(),
        positive ? 1 : 2,
        Math.ceilDiv(shape.rows(), SIZE),
        Math.ceilDiv(shape.inner(), SIZE));
  }

  @Override
  public ProductCost cost(MatrixProduct product) {
    Counts counts = counts(product);
    double clock = LighteningDesign.CLOCK;
    ModulatorDrive ring = MicroringModulator.LT_MRR.drive();
    double receiver = LighteningDesign.diodePower() + LighteningDesign.amplifierPower();
    double rewrites = slips == Slips.KEPT && product.weights() ? counts.passes : 1;
    double hold = ring.staticPower() / clock * product.macs() * counts.passes;
    List<ProductCost.Energy> energies =
        List.of(
            energy(Component.LASER, design.laserPower() / clock * counts.cycles()),
            energy(Component.DAC, design.dacPower() / clock * (counts.weights() + counts.inputs())),
            energy("input rings", ring.power(clock) / clock * counts.inputs()),
            energy("weight rings", hold + ring.energyPerSymbol() * counts.weights() * rewrites),
            energy(Component.ADC, design.adcPower() / clock * counts.sums()),
            energy("PD and TIA", receiver / clock * counts.sums()),
            energy(Component.ADDER, LighteningDesign.ADDER_POWER / clock * counts.sums()),
            energy("registers", registers(counts)),
            energy("local buffer", localBuffer(counts)),
            energy("global buffer", globalBuffer(product, counts)),
            energy("main memory", mainMemory(product, counts)));
    double rounds = Math.ceil(counts.cycles() / counts.passes / design.cores());
    return new ProductCost(product.name(), energies, rounds * counts.passes / clock, 0);
  }

  private static ProductCost.Energy energy(String part, double joules) {
    return new ProductCost.Energy(part, joules);
  }

  private double words() {
    return design.bits() / 16.0;
  }

  private double registers(Counts counts) {
    double sums = counts.sums() / design.coresPerTile();
    double moved = 2 * (counts.weights() + counts.inputs() + sums);
    return words() * (MemoryEnergy.REGISTER * moved + MemoryEnergy.NETWORK * counts.sums());
  }

  /** Whether the sums of a strip of rows are more than the local buffer holds. */
  private boolean spills(Counts counts) {
    return (double) SIZE * counts.shape.columns() * design.bits() / 8 > MemoryEnergy.LOCAL_BYTES;
  }

  private double localBuffer(Counts counts) {
    double operands = 2 * (counts.weights() + counts.inputs());
    double sums = counts.sums() / design.coresPerTile();
    double transfers = spills(counts) ? 2 * sums - counts.outputs() : sums;
    return words() * MemoryEnergy.LOCAL * (operands + transfers);
  }

  private double globalBuffer(MatrixProduct product, Counts counts) {
    double transfers = counts.weights() + counts.inputs() + counts.outputs();
    if (spills(counts)) {
      transfers += 2 * counts.sums() / design.coresPerTile() - 2 * counts.outputs();
    }
    if (product.weights()) {
      transfers += counts.weights();
    }
    return words() * MemoryEnergy.GLOBAL * transfers;
  }

  private double mainMemory(MatrixProduct product, Counts counts) {
    return product.weights() ? words() * MemoryEnergy.MAIN * counts.weights() : 0;
  }
}
