package org.lightpath.opencl.internal;

import org.jspecify.annotations.Nullable;
import org.lightpath.core.plan.PropagationPlan;

/**
 * H_l[k] = exp(−jβ[k]l)/(N·gain) of every linear operator of a plan.
 *
 * <p>One table serves all operators of the same length. All tables are built on the host once; if
 * the plan has more lengths than memory is to be spent on, as many as fit are built on the device
 * before each stretch of operators that uses them.
 */
final class StepTables implements SpectralTables {
  /** Slots that are held whatever they take. */
  private static final int FEWEST = 4;

  private final int rows;
  private final SlotPlan slots;
  private final DeviceBuffer buffer;
  private final @Nullable DeviceOperators rebuilding;

  /**
   * Builds the tables.
   *
   * @param gain factor that H takes back: N and the gain of the rounded transform
   * @param mostBytes memory that tables may take [B]
   */
  StepTables(
      Workbench bench, PropagationPlan plan, SpectralOrder order, double gain, long mostBytes) {
    this.rows = plan.dispersion().rows();
    double[] lengths = new double[plan.linearOperations()];
    for (int i = 0; i < lengths.length; i++) {
      lengths[i] = plan.linearLength(i);
    }
    long each = (long) order.count() * rows * plan.precision().complexBytes();
    long budget =
        Math.min(Math.min(mostBytes, bench.queue().free() / 2), bench.device().allocationBytes());
    SlotPlan whole = SlotPlan.all(lengths);
    boolean rebuilt = whole.used() > FEWEST && whole.used() * each > budget;
    this.slots = rebuilt ? SlotPlan.of(lengths, (int) Math.max(FEWEST, budget / each)) : whole;
    if (rebuilt) {
      this.rebuilding = new DeviceOperators(bench, plan, order, lengths, gain);
      this.buffer = bench.allocate(slots.used() * each);
    } else {
      this.rebuilding = null;
      this.buffer = bench.allocate(slots.used() * each);
      new HostOperators(plan.dispersion(), plan.precision(), order, lengths, slots, gain)
          .fill(bench.queue(), buffer);
    }
  }

  @Override
  public DeviceBuffer buffer() {
    return buffer;
  }

  @Override
  public long slotBytes() {
    return buffer.bytes() / slots.used();
  }

  @Override
  public int builds(int operator) {
    return rebuilding == null ? 0 : slots.firsts(operator).size();
  }

  @Override
  public int rows() {
    return rows;
  }

  @Override
  public int operators() {
    return slots.slots().length;
  }

  @Override
  public int slot(int operator) {
    return slots.slots()[operator];
  }

  @Override
  public int changes() {
    return slots.changes();
  }

  @Override
  public int nextStretch(int operator) {
    return slots.end(operator);
  }

  @Override
  public void prepare(int operator) {
    if (rebuilding != null) {
      rebuilding.build(buffer, slots, operator);
    }
  }
}
