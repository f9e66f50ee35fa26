package org.lightpath.core.cpu.internal;

import java.util.List;
import java.util.Optional;
import org.lightpath.core.engine.EngineLedger;
import org.lightpath.core.engine.ProgramCost;
import org.lightpath.core.plan.MeshPlan;

/**
 * Light through a mesh: every worker takes chunks of vectors from the first column to the last.
 *
 * <p>A vector meets the same operations in the same order whatever chunk or worker it is in.
 *
 * @param <A> {@code float[]} or {@code double[]}
 */
final class MeshProgram<A> extends CpuProgram<A> {
  private static final int SCREEN_FLOPS = 8;

  private final MeshPlan plan;
  private final Elements<A> elements;
  private final MeshTables<A> tables;
  private final int lanes;
  private final int vectors;

  private MeshProgram(
      MeshPlan plan,
      Workers workers,
      EngineLedger ledger,
      Elements<A> elements,
      MeshTables<A> tables) {
    super(plan, workers, ledger, tables.slabs());
    this.plan = plan;
    this.elements = elements;
    this.tables = tables;
    this.lanes = tables.chunks().getFirst().kernels().lanes();
    this.vectors = plan.shape().samples();
  }

  /** A program with its tables. */
  static <A> MeshProgram<A> of(
      MeshPlan plan,
      Workers workers,
      EngineLedger ledger,
      Elements<A> elements,
      MeshKernels<A> kernels) {
    return new MeshProgram<>(
        plan, workers, ledger, elements, MeshTables.of(plan, workers, elements, kernels));
  }

  @Override
  void run(CpuField<A> field, int worker) {
    MeshChunk<A> chunk = tables.chunks().get(worker);
    int panel = lanes * chunk.kernels().panel();
    int panels = (vectors + panel - 1) / panel;
    int total = plan.shape().batch() * panels;
    int end = first(total, worker + 1, workers.size());
    int most = Math.max(1, chunk.capacity() / chunk.kernels().panel());
    for (int p = first(total, worker, workers.size()); p < end; ) {
      int index = p / panels;
      int inField = p % panels;
      int count = Math.min(Math.min(most, panels - inField), end - p);
      int first = inField * panel;
      pass(chunk, field, index, first, Math.min(count * panel, vectors - first));
      p += count;
    }
  }

  private void pass(MeshChunk<A> chunk, CpuField<A> field, int index, int first, int count) {
    int chip = plan.chip(index);
    chunk.load(field, index, first, count);
    List<MeshStep<A>> steps = tables.chips().get(chip);
    for (int i = 0; i < steps.size(); i++) {
      steps.get(i).apply(chunk);
    }
    chunk.screen(tables.screens().get(chip));
    chunk.store(field, index, first, count);
  }

  @Override
  public Optional<ProgramCost> cost() {
    double flops = 0;
    long numbers = 0;
    int modes = plan.shape().modes();
    int each = plan.shape().batch() / tables.chips().size();
    for (List<MeshStep<A>> chip : tables.chips()) {
      double perVector = (double) SCREEN_FLOPS * modes;
      for (MeshStep<A> step : chip) {
        perVector += step.flops();
        numbers += step.numbers();
      }
      numbers += 2L * modes;
      flops += perVector * each * vectors;
    }
    double field = 2.0 * elements.bytes() * plan.shape().batch() * modes * vectors;
    return Optional.of(
        new ProgramCost(1, 2 * field, (double) numbers * elements.bytes(), 0, flops));
  }
}
