package org.lightpath.opencl.internal;

import java.util.Objects;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.lightpath.core.engine.MatmulRun;
import org.lightpath.core.engine.ProgramCost;
import org.lightpath.core.plan.MatmulPlan;
import org.lightpath.core.plan.MatmulShape;

/** Operands, norms and the product of a plan, in the order in which they are enqueued. */
final class MatmulParts {
  private final MatmulPlan plan;
  private final EncodedOperand left;
  private final EncodedOperand right;
  private final @Nullable EncodedOperand variance;
  private final @Nullable OperandNorms leftNorms;
  private final @Nullable OperandNorms rightNorms;
  private final ProductKernel product;

  /**
   * Counters of what was clipped, each a number of 64 bits in two words.
   *
   * @param left values of A
   * @param right values of B
   * @param output readouts
   */
  record Counters(DeviceBuffer left, DeviceBuffer right, DeviceBuffer output) {}

  MatmulParts(Workbench bench, MatmulPlan plan, ProductTile tile, Counters counters) {
    this.plan = plan;
    MatmulLayout layout = MatmulLayout.of(plan, tile);
    EncodedOperand.Source columns = columns();
    this.left = new EncodedOperand(bench, plan.precision(), rows(), layout, counters.left);
    this.right = new EncodedOperand(bench, plan.precision(), columns, layout, counters.right);
    this.variance =
        plan.takesVariance()
            ? new EncodedOperand(bench, plan.precision(), columns.copied(), layout, counters.right)
            : null;
    boolean norms = ProductKernel.leaks(plan) || ProductKernel.variesWithNorms(plan);
    this.leftNorms = norms ? leftNorms(bench, layout) : null;
    this.rightNorms = norms ? rightNorms(bench, layout) : null;
    ProductKernel.Inputs inputs =
        new ProductKernel.Inputs(
            left.values(),
            right.values(),
            variance == null ? null : variance.values(),
            leftNorms == null ? null : leftNorms.sums(),
            rightNorms == null ? null : rightNorms.sums(),
            counters.output);
    boolean host = bench.device().kind() == DeviceInfo.Kind.HOST;
    this.product = new ProductKernel(bench, plan, tile, inputs, host);
  }

  private EncodedOperand.Source rows() {
    MatmulShape shape = plan.shape();
    return new EncodedOperand.Source(
        true, shape.batch(), shape.rows(), shape.inner(), true, plan.left());
  }

  private EncodedOperand.Source columns() {
    MatmulShape shape = plan.shape();
    boolean turned = shape.transposedRight();
    return new EncodedOperand.Source(
        false, shape.right().batch(), shape.columns(), shape.inner(), turned, plan.right());
  }

  private OperandNorms leftNorms(Workbench bench, MatmulLayout layout) {
    DeviceBuffer weights = weights(bench, layout, plan.weights().leaksLeft(), plan.weights()::left);
    return new OperandNorms(
        bench,
        plan.precision(),
        left.values(),
        new OperandNorms.Sums(
            plan.shape().batch(), layout.rows(), layout, weights, plan.readout().noise().left()));
  }

  private OperandNorms rightNorms(Workbench bench, MatmulLayout layout) {
    DeviceBuffer weights =
        weights(bench, layout, plan.weights().leaksRight(), plan.weights()::right);
    return new OperandNorms(
        bench,
        plan.precision(),
        right.values(),
        new OperandNorms.Sums(
            plan.shape().right().batch(),
            layout.columns(),
            layout,
            weights,
            plan.readout().noise().right()));
  }

  private @Nullable DeviceBuffer weights(
      Workbench bench, MatmulLayout layout, boolean present, IntToDoubleFunction values) {
    return present
        ? bench.table(plan.precision(), layout.spread(plan.shape().inner(), values))
        : null;
  }

  /** Encodes both operands and sums their squares. */
  void enqueueOperands(DeviceBuffer a, DeviceBuffer b, MatmulRun run) {
    left.enqueue(a, run.leftScale(), run.sample());
    right.enqueue(b, run.rightScale(), run.sample());
    if (leftNorms != null && rightNorms != null) {
      leftNorms.enqueue();
      rightNorms.enqueue();
    }
  }

  /** Multiplies what has been encoded. */
  void enqueueProduct(@Nullable DeviceBuffer v, DeviceBuffer result, MatmulRun run) {
    if (variance != null) {
      variance.enqueue(Objects.requireNonNull(v), 1, 0);
    }
    product.enqueue(result, run);
  }

  int largestGroup() {
    return product.largestGroup();
  }

  ProgramCost cost() {
    ProgramCost cost = product.cost().plus(left.cost()).plus(right.cost());
    if (variance != null) {
      cost = cost.plus(variance.cost());
    }
    return leftNorms == null || rightNorms == null
        ? cost
        : cost.plus(leftNorms.cost()).plus(rightNorms.cost());
  }
}
