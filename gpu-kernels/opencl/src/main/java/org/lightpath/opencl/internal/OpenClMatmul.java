package org.lightpath.opencl.internal;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.Optional;
import org.jocl.CLException;
import org.lightpath.core.engine.DeviceMatrix;
import org.lightpath.core.engine.MatmulCounts;
import org.lightpath.core.engine.MatmulOperands;
import org.lightpath.core.engine.MatmulProgram;
import org.lightpath.core.engine.MatmulRun;
import org.lightpath.core.engine.MatrixChecks;
import org.lightpath.core.engine.ProgramCost;
import org.lightpath.core.engine.UnsupportedPlanException;
import org.lightpath.core.field.Precision;
import org.lightpath.core.plan.MatmulPlan;

/**
 * A product on the first device of an engine: operands are encoded to scratch memory, once for each
 * value, then one kernel does the rest; on processors the second product and the readout are
 * launches of their own.
 */
final class OpenClMatmul implements MatmulProgram {
  private static final long COUNTER_BYTES = 2 * Integer.BYTES;

  private final MatmulPlan plan;
  private final DeviceQueue queue;
  private final Ledger ledger;
  private final Workbench bench;
  private final DeviceBuffer leftClipped;
  private final DeviceBuffer rightClipped;
  private final DeviceBuffer outputClipped;
  private final MatmulParts parts;
  private long runs;
  private MatmulCounts known = new MatmulCounts(0, 0, 0, 0);

  private OpenClMatmul(
      MatmulPlan plan, DeviceQueue queue, Ledger ledger, Workbench bench, ProductTile tile) {
    this.plan = plan;
    this.queue = queue;
    this.ledger = ledger;
    this.bench = bench;
    this.leftClipped = bench.zeros(COUNTER_BYTES);
    this.rightClipped = bench.zeros(COUNTER_BYTES);
    this.outputClipped = bench.zeros(COUNTER_BYTES);
    this.parts =
        new MatmulParts(
            bench, plan, tile, new MatmulParts.Counters(leftClipped, rightClipped, outputClipped));
  }

  /**
   * Prepares a product.
   *
   * @throws UnsupportedPlanException if the device lacks double precision or memory that it needs
   */
  static OpenClMatmul of(MatmulPlan plan, DeviceQueue queue, Ledger ledger) {
    DeviceInfo device = queue.info();
    if (plan.precision() == Precision.DOUBLE) {
      DevicePrograms.requireDouble(device);
    }
    requireCounts(plan, device);
    Limits limits = Limits.of(device, plan.precision());
    try {
      return of(plan, queue, ledger, limits);
    } catch (CLException e) {
      throw queue.refused("preparing a product", e);
    }
  }

  /** Refuses photon counts where a device lacks the precision that they need. */
  static void requireCounts(MatmulPlan plan, DeviceInfo device) {
    if (plan.readout().noise().counts() > 0 && !device.doublePrecision()) {
      throw new UnsupportedPlanException(
          "%s has no double precision, which Poisson numbers of photons need; set the receiver's counts to 0 for normal shot noise of the same variance, or take the engine 'cpu'"
              .formatted(device.name()));
    }
  }

  private static OpenClMatmul of(MatmulPlan plan, DeviceQueue queue, Ledger ledger, Limits limits) {
    ProductTile tile = ProductTuning.tile(plan, queue, limits);
    OpenClMatmul program = of(plan, queue, ledger, tile);
    int largest = program.parts.largestGroup();
    if (largest >= tile.group()) {
      return program;
    }
    program.close();
    return of(plan, queue, ledger, limits.withGroup(largest));
  }

  /** A product with a given tile. */
  static OpenClMatmul of(MatmulPlan plan, DeviceQueue queue, Ledger ledger, ProductTile tile) {
    requireMemory(plan, queue, tile);
    Workbench bench = new Workbench(queue);
    try {
      return new OpenClMatmul(plan, queue, ledger, bench, tile);
    } catch (RuntimeException e) {
      bench.close();
      throw e;
    }
  }

  private static void requireMemory(MatmulPlan plan, DeviceQueue queue, ProductTile tile) {
    MatmulLayout layout = MatmulLayout.of(plan, tile);
    boolean host = queue.info().kind() == DeviceInfo.Kind.HOST;
    boolean seconds =
        ProductKernel.splits(plan, tile, host) && plan.readout().noise().product() != null;
    int perRow = plan.left().memory().isPresent() ? 2 : 1;
    int perColumn = (plan.right().memory().isPresent() ? 2 : 1) + (plan.takesVariance() ? 1 : 0);
    double position = (double) layout.paddedInner() * plan.precision().realBytes();
    double left = position * plan.shape().batch() * layout.paddedRows();
    double right = position * plan.shape().right().batch() * layout.paddedColumns();
    double bytes =
        left * perRow + right * perColumn + (seconds ? ProductKernel.secondBytes(plan) : 0);
    if (bytes > queue.free() || Math.max(left, right) > queue.info().allocationBytes()) {
      throw new UnsupportedPlanException(
          "the encoded operands of %s take %.0f bytes, more than %s has free (%d bytes) or in one buffer (%d bytes); cut the batch, or take the engine 'cpu'"
              .formatted(
                  plan.shape(),
                  bytes,
                  queue.info().name(),
                  Math.max(0, queue.free()),
                  queue.info().allocationBytes()));
    }
  }

  @Override
  public MatmulPlan plan() {
    return plan;
  }

  @Override
  public void run(MatmulOperands operands, MatmulRun run) {
    MatrixChecks.requireFits(
        plan, operands, matrix -> matrix instanceof OpenClMatrix own && own.isIn(ledger));
    try {
      parts.enqueueOperands(buffer(operands.left()), buffer(operands.right()), run);
      DeviceMatrix variance = operands.variance();
      parts.enqueueProduct(
          variance == null ? null : buffer(variance), buffer(operands.result()), run);
      queue.finish();
    } catch (CLException e) {
      throw queue.failed("running a product", e);
    }
    runs++;
  }

  /** Largest group that its kernel can be launched with. */
  int largestGroup() {
    return parts.largestGroup();
  }

  private static DeviceBuffer buffer(DeviceMatrix matrix) {
    return ((OpenClMatrix) matrix).buffer();
  }

  /** Read from the device, in one wait, only if there was a run since. */
  @Override
  public MatmulCounts counts() {
    if (known.runs() != runs) {
      known = read();
    }
    return known;
  }

  private MatmulCounts read() {
    List<DeviceBuffer> counters = List.of(leftClipped, rightClipped, outputClipped);
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment words = arena.allocate(counters.size() * COUNTER_BYTES, Long.BYTES);
      for (int i = 0; i < counters.size(); i++) {
        queue.downloadLater(counters.get(i), words.asSlice(i * COUNTER_BYTES, COUNTER_BYTES));
      }
      queue.finish();
      return new MatmulCounts(runs, counter(words, 0), counter(words, 1), counter(words, 2));
    } catch (CLException e) {
      throw queue.failed("reading counts", e);
    }
  }

  /** A counter of two words, the low one first. */
  private static long counter(MemorySegment words, int index) {
    return Integer.toUnsignedLong(words.getAtIndex(ValueLayout.JAVA_INT, 2L * index))
        + ((long) words.getAtIndex(ValueLayout.JAVA_INT, 2L * index + 1) << Integer.SIZE);
  }

  @Override
  public Optional<ProgramCost> cost() {
    return Optional.of(parts.cost());
  }

  @Override
  public void close() {
    bench.close();
  }
}
