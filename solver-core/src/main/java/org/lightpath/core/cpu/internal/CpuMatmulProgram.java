package org.lightpath.core.cpu.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
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
 * A product on all workers: B is encoded panel by panel, then each worker takes some rows, encodes
 * them block by block, and multiplies and detects block by block while the sums are in the
 * second-level cache. If there are few rows, each worker takes some columns of some products
 * instead and encodes B just before it is used, its only time.
 *
 * <p>Each output is summed over the same pieces of K in the same order whatever the split, and each
 * random number depends on its index only, so the bytes do not depend on the number of workers.
 * Small products of a batch with more rows go one to a worker.
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
  private @Nullable MatmulOperands checked;
  private final MatmulOperandArrays<A> operands;
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
    this.operands = new MatmulOperandArrays<>(elements.allocate(0));
    this.gain = elements.allocate(layout.paddedColumns());
    this.offset = elements.allocate(layout.paddedColumns());
    for (int worker = 0; worker < workers.size(); worker++) {
      benches.add(new MatmulBench<>(tools, gain, offset));
      parts.add(new MatmulBench.Part());
      if (alone || layout.oneBlockOfRows() || worker == 0) {
        right.add(new RightPanels<>(tools, !layout.oneBlockOfRows()));
      }
    }
    this.bytes = tools.slabs().bytes();
    ledger.hold(bytes);
  }

  /** Whether each worker does whole products. */
  private boolean alone() {
    int size = workers.size();
    long panels = (long) layout.inner() * layout.paddedColumns() * elements.bytes();
    boolean even = layout.products() % size == 0 || layout.products() >= 4 * size;
    return size > 1 && !layout.oneBlockOfRows() && even && panels <= MOST_BYTES_ALONE;
  }

  @Override
  public MatmulPlan plan() {
    return plan;
  }

  /** Checks operands, once each object: neither they nor their matrices' shapes can change. */
  @SuppressWarnings("ReferenceEquality") // the very object that was checked
  private void check(MatmulOperands matrices) {
    if (matrices != checked) {
      MatrixChecks.requireFits(
          plan, matrices, matrix -> matrix instanceof CpuMatrix<?> own && own.isIn(ledger));
      checked = matrices;
    }
  }

  @Override
  public void run(MatmulOperands matrices, MatmulRun run) {
    check(matrices);
    ColumnCorrection correction = plan.readout().correction();
    double scale = run.leftScale() * run.rightScale();
    for (int j = 0; j < layout.columns(); j++) {
      elements.set(gain, j, scale * correction.gain(j));
      elements.set(offset, j, scale * correction.offset(j));
    }
    for (int worker = 0; worker < workers.size(); worker++) {
      benches.get(worker).begin(run.leftScale(), run.rightScale(), run.sample());
    }
    operands.take(matrices);
    workers.run(this);
    operands.clear();
    runs++;
  }

  @Override
  public void run(int worker) {
    if (layout.oneBlockOfRows()) {
      byColumns(worker);
    } else if (alone) {
      byProduct(worker);
    } else {
      byRows(worker);
    }
  }

  private void byColumns(int worker) {
    MatmulBench.Part part = parts.get(worker);
    int panels = layout.panels();
    long all = (long) layout.products() * panels;
    long end = all * (worker + 1) / workers.size();
    part.fromRows = 0;
    part.toRows = layout.rowPanels();
    for (long unit = all * worker / workers.size(); unit < end; ) {
      part.product = (int) (unit / panels);
      part.fromColumns = (int) (unit % panels);
      part.toColumns = (int) Math.min(panels, part.fromColumns + end - unit);
      benches.get(worker).multiply(operands, right.get(worker), part, false);
      unit += part.toColumns - part.fromColumns;
    }
  }

  private void byProduct(int worker) {
    MatmulBench<A> bench = benches.get(worker);
    MatmulBench.Part part = parts.get(worker);
    part.fromRows = 0;
    part.toRows = layout.rowPanels();
    part.fromColumns = 0;
    part.toColumns = layout.panels();
    int end = CpuProgram.first(layout.products(), worker + 1, workers.size());
    int product = CpuProgram.first(layout.products(), worker, workers.size());
    for (; product < end; product++) {
      part.product = product;
      bench.pack(operands, right.get(worker), product, 0, layout.panels());
      bench.multiply(operands, right.get(worker), part, true);
    }
  }

  private void byRows(int worker) {
    MatmulBench<A> bench = benches.get(worker);
    MatmulBench.Part part = parts.get(worker);
    int size = workers.size();
    int from = CpuProgram.first(layout.panels(), worker, size);
    int to = CpuProgram.first(layout.panels(), worker + 1, size);
    part.fromRows = CpuProgram.first(layout.rowPanels(), worker, size);
    part.toRows = CpuProgram.first(layout.rowPanels(), worker + 1, size);
    part.fromColumns = 0;
    part.toColumns = layout.panels();
    for (int product = 0; product < layout.products(); product++) {
      part.product = product;
      bench.pack(operands, right.getFirst(), product, from, to);
      workers.barrier();
      bench.multiply(operands, right.getFirst(), part, true);
      workers.barrier();
    }
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
