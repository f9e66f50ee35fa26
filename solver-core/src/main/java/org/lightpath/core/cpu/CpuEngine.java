package org.lightpath.core.cpu;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lightpath.core.cpu.internal.KernelSets;
import org.lightpath.core.cpu.internal.Probe;
import org.lightpath.core.cpu.internal.Programs;
import org.lightpath.core.cpu.internal.Workers;
import org.lightpath.core.engine.DeviceCeilings;
import org.lightpath.core.engine.DeviceDescription;
import org.lightpath.core.engine.DeviceField;
import org.lightpath.core.engine.DeviceMatrix;
import org.lightpath.core.engine.Engine;
import org.lightpath.core.engine.EngineCounters;
import org.lightpath.core.engine.EngineLedger;
import org.lightpath.core.engine.EngineOptions;
import org.lightpath.core.engine.FieldProgram;
import org.lightpath.core.engine.MatmulProgram;
import org.lightpath.core.field.FieldShape;
import org.lightpath.core.field.MatrixShape;
import org.lightpath.core.field.Precision;
import org.lightpath.core.plan.FieldPlan;
import org.lightpath.core.plan.MatmulPlan;

/**
 * Runs plans on the host processor.
 *
 * <p>With the module {@code jdk.incubator.vector} the kernels are vectorised at the width the
 * processor prefers; without it the same kernels run in plain Java, slower. The bytes of a result
 * depend on the width of the vectors, not on the number of threads or the split of a batch.
 */
public final class CpuEngine implements Engine {
  private final Workers workers;
  private final EngineLedger ledger = new EngineLedger();

  /**
   * Opens the engine and starts its threads.
   *
   * @param options number of threads; the device number is not looked at
   */
  public CpuEngine(EngineOptions options) {
    this.workers = new Workers(options.effectiveThreads());
  }

  /** Describes the machine for a number of threads. */
  static DeviceDescription describe(int threads) {
    int single = KernelSets.widest(Precision.SINGLE);
    int wide = KernelSets.widest(Precision.DOUBLE);
    List<String> notes = new ArrayList<>();
    if (KernelSets.vectorised()) {
      notes.add(
          "%d-bit vectors: %d lanes in single, %d in double precision"
              .formatted(single * Float.SIZE, single, wide));
    } else {
      notes.add(
          "plain Java, one lane, many times slower: the module jdk.incubator.vector is missing;"
              + " start the JVM with --add-modules jdk.incubator.vector");
    }
    notes.add(threads == 1 ? "1 thread" : threads + " threads");
    return new DeviceDescription(
        CpuEngineProvider.NAME,
        0,
        ProcessorName.read(),
        "Java " + Runtime.version(),
        Runtime.getRuntime().maxMemory(),
        0,
        Runtime.getRuntime().availableProcessors(),
        true,
        notes);
  }

  @Override
  public DeviceDescription device() {
    return describe(workers.size());
  }

  @Override
  public DeviceField allocate(FieldShape shape, Precision precision) {
    return Programs.field(shape, precision, ledger);
  }

  @Override
  public FieldProgram compile(FieldPlan plan) {
    return Programs.program(plan, workers, ledger);
  }

  @Override
  public DeviceMatrix allocate(MatrixShape shape, Precision precision) {
    return Programs.matrix(shape, precision, ledger);
  }

  @Override
  public MatmulProgram compile(MatmulPlan plan) {
    return Programs.program(plan, workers, ledger);
  }

  @Override
  public EngineCounters counters() {
    return ledger.counters();
  }

  @Override
  public Optional<DeviceCeilings> ceilings(Precision precision, long workingSetBytes) {
    return KernelSets.vectorised()
        ? Optional.of(Probe.measure(workers, precision, workingSetBytes))
        : Optional.empty();
  }

  @Override
  public void close() {
    workers.close();
  }
}
