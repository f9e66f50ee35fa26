package org.lightpath.core.cpu.internal;

import java.util.function.Supplier;
import org.lightpath.core.field.Precision;
import org.lightpath.core.plan.InnerWeights;
import org.lightpath.core.plan.MatmulPlan;
import org.lightpath.core.plan.OperandEncoding;
import org.lightpath.core.plan.ReceiverNoise;

/**
 * What the parts of a product are made of.
 *
 * @param plan the product
 * @param layout how it is cut up
 * @param elements arrays of the precision
 * @param sets inner loops, a set for each worker
 * @param slabs memory of the program
 * @param <A> {@code float[]} or {@code double[]}
 */
record MatmulTools<A>(
    MatmulPlan plan,
    MatmulLayout layout,
    Elements<A> elements,
    Supplier<MatmulKernels<A>> sets,
    Slabs<A> slabs) {
  static <A> MatmulTools<A> of(
      MatmulPlan plan, Elements<A> elements, Supplier<MatmulKernels<A>> sets) {
    MatmulLayout layout = MatmulLayout.of(plan, sets.get());
    return new MatmulTools<>(plan, layout, elements, sets, new Slabs<>(elements, layout.inner()));
  }

  Precision precision() {
    return plan.precision();
  }

  ReceiverNoise noise() {
    return plan.readout().noise();
  }

  InnerWeights weights() {
    return plan.weights();
  }

  /** Whether the variance takes a second product. */
  boolean hasSecond() {
    return noise().product() != null;
  }

  OperandEncoder<A> encoder(OperandEncoding encoding, MatmulKernels<A> kernels) {
    return new OperandEncoder<>(encoding, precision(), elements, kernels);
  }

  /** One number for each k. */
  @FunctionalInterface
  interface Weight {
    double at(int k);
  }

  /** A table along K, zero beyond; or an empty one that is not needed. */
  Table<A> alongInner(boolean needed, Weight weight) {
    if (!needed) {
      return new Table<>(elements.allocate(0), 0);
    }
    Table<A> table = slabs.take((long) layout.slots() * MatmulKernels.SLOT);
    for (int k = 0; k < layout.inner(); k++) {
      elements.set(table.array(), table.offset() + k, weight.at(k));
    }
    return table;
  }
}
