package org.lightpath.core.cpu.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.lightpath.core.engine.DeviceMatrix;
import org.lightpath.core.engine.EngineLedger;
import org.lightpath.core.engine.MatmulCounts;
import org.lightpath.core.engine.MatmulOperands;
import org.lightpath.core.engine.MatmulProgram;
import org.lightpath.core.engine.MatmulRun;
import org.lightpath.core.engine.MatrixChecks;
import org.lightpath.core.engine.ProgramCost;
import org.lightpath.core.plan.ColumnCorrection;
import org.lightpath.core.plan.MatmulPlan;

/**
 * A product on all workers: B is encoded panel by panel, then each worker takes some rows (or, if
 * there are few, some columns), encodes its rows of A block by block, and multiplies and detects
 * block by block while the sums are in the second-level cache.
 *
 * <p>Each output is summed over the same pieces of K in the same order whatever the split, and each
 * random number depends on its index only, so the bytes do not depend on the number of workers.
 * Small products of a batch go one to a worker.
 *
 * @param <A> {@code float[]} or {@code double[]}
 */
final class CpuMatmulProgram<A> implements MatmulProgram, Workers.Task {
  /** B of products that are not split. */
  private static final long MOST_BYTES_ALONE = 1 << 22;

  private final MatmulPlan plan;
  private final MatmulLayout layout;
  private final Elements<A> elements;
  private final Workers workers;
  private final EngineLedger ledger;
  private final boolean alone;
  private final List<RightPanels<A>> right = new ArrayList<>();
  private final List<MatmulBench<A>> benches = new ArrayList<>();
  private final List<MatmulBench.Part> parts = new ArrayList<>();
  private final A gain;
  private final A offset;
  private final long bytes;
  private @Nullable MatmulOperands operands;
  private long runs;
  private boolean closed;

  CpuMatmulProgram(
      MatmulPlan plan,
      Workers workers,
      EngineLedger ledger,
      Elements<A> elements,
      Supplier<MatmulKernels<A>> sets) {
    this.plan = plan;
    this.workers = workers;
    this.ledger = ledger;
    this.elements = elements;
    MatmulTools<A> tools = MatmulTools.of(plan, elements, sets);
    this.layout = tools.layout();
    this.alone = alone();
    for (int worker = 0; worker < workers.size(); worker++) {
      benches.add(new MatmulBench<>(tools));
      parts.add(new MatmulBench.Part());
      if (alone || worker == 0) {
        right.add(new RightPanels<>(tools));
      }
    }
    this.gain = elements.allocate(layout.paddedColumns());
    this.offset = elements.allocate(layout.paddedColumns());
    this.bytes = tools.slabs().bytes();
    ledger.hold(bytes);
  }

  /** Whether each worker does whole products. */
  private boolean alone() {
    int size = workers.size();
    long panels = (long) layout.inner() * layout.paddedColumns() * elements.bytes();
    boolean even = layout.products() % size == 0 || layout.products() >= 4 * size;
    return size > 1 && even && panels <= MOST_BYTES_ALONE;
  }

  @Override
  public MatmulPlan plan() {
    return plan;
  }

  @Override
  public void run(MatmulOperands matrices, MatmulRun run) {
    MatrixChecks.requireFits(
        plan, matrices, matrix -> matrix instanceof CpuMatrix<?> own && own.isIn(ledger));
    ColumnCorrection correction = plan.readout().correction();
    double scale = run.leftScale() * run.rightScale();
    for (int j = 0; j < layout.columns(); j++) {
      elements.set(gain, j, scale * correction.gain(j));
      elements.set(offset, j, scale * correction.offset(j));
    }
    for (int worker = 0; worker < workers.size(); worker++) {
      benches.get(worker).begin(run.leftScale(), run.rightScale(), run.sample());
    }
    operands = matrices;
    workers.run(this);
    operands = null;
    runs++;
  }

  @Override
  public void run(int worker) {
    MatmulOperands matrices = operands;
    if (matrices == null) {
      return;
    }
    MatmulBench.Target<A> target =
        new MatmulBench.Target<>(
            values(matrices.left()), gain, offset, values(matrices.result()));
    A b = values(matrices.right());
    DeviceMatrix given = matrices.variance();
    A v = given == null ? b : values(given);
    int size = workers.size();
    if (alone) {
      int end = CpuProgram.first(layout.products(), worker + 1, size);
      for (int p = CpuProgram.first(layout.products(), worker, size); p < end; p++) {
        benches.get(worker).pack(right.get(worker), b, v, p, 0, layout.panels());
        multiply(worker, right.get(worker), target, p, 0, 1);
      }
      return;
    }
    for (int p = 0; p < layout.products(); p++) {
      int from = CpuProgram.first(layout.panels(), worker, size);
      int to = CpuProgram.first(layout.panels(), worker + 1, size);
      benches.get(worker).pack(right.getFirst(), b, v, p, from, to);
      workers.barrier();
      multiply(worker, right.getFirst(), target, p, worker, size);
      workers.barrier();
    }
  }

  private void multiply(
      int worker,
      RightPanels<A> panels,
      MatmulBench.Target<A> target,
      int product,
      int share,
      int shares) {
    MatmulBench.Part part = parts.get(worker);
    boolean byRows = layout.rowPanels() >= shares;
    part.product = product;
    part.fromRows = byRows ? CpuProgram.first(layout.rowPanels(), share, shares) : 0;
    part.toRows =
        byRows ? CpuProgram.first(layout.rowPanels(), share + 1, shares) : layout.rowPanels();
    part.fromColumns = byRows ? 0 : CpuProgram.first(layout.panels(), share, shares);
    part.toColumns =
        byRows ? layout.panels() : CpuProgram.first(layout.panels(), share + 1, shares);
    benches.get(worker).multiply(panels, target, part);
  }

  @SuppressWarnings("unchecked") // the array type follows from the precision, which is compared
  private A values(DeviceMatrix matrix) {
    return ((CpuMatrix<A>) matrix).values();
  }

  @Override
  public MatmulCounts counts() {
    return new MatmulCounts(
        runs,
        benches.stream().mapToLong(MatmulBench::leftClipped).sum(),
        benches.stream().mapToLong(MatmulBench::rightClipped).sum(),
        benches.stream().mapToLong(MatmulBench::outputClipped).sum());
  }

  /**
   * Multiplications and additions of the products, and each operand read and the result written
   * once; encoding and detection are not counted.
   */
  @Override
  public Optional<ProgramCost> cost() {
    int products = plan.readout().noise().product() == null ? 1 : 2;
    double elementsMoved =
        (double) plan.shape().left().elements()
            + (plan.takesVariance() ? 2 : 1) * (double) plan.shape().right().elements()
            + plan.shape().result().elements();
    return Optional.of(
        new ProgramCost(
            1, elementsMoved * elements.bytes(), 0, 0, 2.0 * products * plan.shape().macs()));
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      ledger.release(bytes);
    }
  }
}
