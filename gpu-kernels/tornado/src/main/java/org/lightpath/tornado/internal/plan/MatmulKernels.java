package org.lightpath.tornado.internal.plan;

import org.jspecify.annotations.Nullable;
import org.lightpath.core.engine.DeviceMatrix;
import org.lightpath.core.engine.EngineLedger;
import org.lightpath.core.engine.MatmulCounts;
import org.lightpath.core.engine.MatmulOperands;
import org.lightpath.core.engine.MatmulProgram;
import org.lightpath.core.engine.MatmulRun;
import org.lightpath.core.engine.MatrixChecks;
import org.lightpath.core.field.Precision;
import org.lightpath.core.plan.MatmulPlan;
import org.lightpath.tornado.internal.kernel.KernelPool;
import org.lightpath.tornado.internal.kernel.KernelSet;
import org.lightpath.tornado.internal.kernel.Numbers;

/** A product: encoding, memory, tiles and readout in one graph. */
final class MatmulKernels implements MatmulProgram, Resident {
  private static final int HALF_WORD = 16;

  private final MatmulPlan plan;
  private final EngineLedger ledger;
  private final ProductLayout layout;
  private final KernelSet kernels;
  private final int[] seen = new int[ProductLayout.COUNTERS.length];
  private final long[] clipped = new long[ProductLayout.COUNTERS.length];
  private @Nullable TornadoMatrix result;
  private @Nullable Loaded loaded;
  private long runs;
  private long uncounted;
  private boolean closed;

  /**
   * What is on the device.
   *
   * @param left memory of A
   * @param leftVersion its contents
   * @param right memory of B
   * @param rightVersion its contents
   * @param run scales and draw
   */
  private record Loaded(
      HostData left, long leftVersion, HostData right, long rightVersion, MatmulRun run) {}

  MatmulKernels(MatmulPlan plan, EngineLedger ledger, DeviceFacts device) {
    this.plan = plan;
    this.ledger = ledger;
    this.layout = new ProductLayout(plan, device);
    this.kernels = KernelPool.take(layout.key());
    layout.write(kernels);
    kernels.prepare(layout.grids());
    ledger.hold(kernels.bytes());
  }

  @Override
  public MatmulPlan plan() {
    return plan;
  }

  @Override
  public void run(MatmulOperands operands, MatmulRun run) {
    MatrixChecks.requireFits(plan, operands, this::isOwn);
    TornadoMatrix c = (TornadoMatrix) operands.result();
    TornadoMatrix before = result;
    if (before != null) {
      before.data().current();
    }
    bring(operands, run);
    // At most every value is clipped: the counters of 32 bits are read before they can overflow.
    long most = plan.shape().result().elements() * plan.windows() + plan.shape().left().elements();
    uncounted += most + plan.shape().right().elements();
    if (uncounted > Integer.MAX_VALUE) {
      count();
      uncounted = most;
    }
    kernels.run(0);
    runs++;
    c.data().heldBy(this);
    result = c;
  }

  private boolean isOwn(DeviceMatrix matrix) {
    return matrix instanceof TornadoMatrix mine && mine.isIn(ledger);
  }

  private void bring(MatmulOperands operands, MatmulRun run) {
    HostData a = ((TornadoMatrix) operands.left()).data();
    HostData b = ((TornadoMatrix) operands.right()).data();
    Loaded wanted = new Loaded(a, a.version(), b, b.version(), run);
    if (operands.variance() == null && wanted.equals(loaded)) {
      return;
    }
    kernels.data(0).copyFrom(a.current(), ProductLayout.RUN);
    kernels.data(1).copyFrom(b.current());
    if (operands.variance() instanceof TornadoMatrix v) {
      kernels.data(2).copyFrom(v.data().current());
    }
    write(run, kernels.data(0));
    kernels.load();
    loaded = wanted;
  }

  private void write(MatmulRun run, Numbers target) {
    double[] values = {
      run.leftScale(),
      limit(run.leftScale()),
      run.rightScale(),
      limit(run.rightScale()),
      run.leftScale() * run.rightScale(),
      run.sample() >>> HALF_WORD,
      run.sample() & ((1 << HALF_WORD) - 1)
    };
    for (int i = 0; i < values.length; i++) {
      target.set(i, values[i]);
    }
  }

  /** The largest number of the precision that is within a scale. */
  private double limit(double scale) {
    float nearest = (float) scale;
    if (plan.precision() == Precision.DOUBLE) {
      return scale;
    }
    return nearest > scale ? Math.nextDown(nearest) : nearest;
  }

  @Override
  public MatmulCounts counts() {
    count();
    return new MatmulCounts(runs, clipped[0], clipped[1], clipped[2]);
  }

  private void count() {
    for (int i = 0; i < seen.length && runs > 0; i++) {
      int now = kernels.fetchLayout(ProductLayout.COUNTERS[i]);
      clipped[i] += Integer.toUnsignedLong(now - seen[i]);
      seen[i] = now;
    }
  }

  @Override
  public void writeBack() {
    TornadoMatrix matrix = result;
    if (matrix != null) {
      kernels.fetch(layout.result());
      kernels.data(layout.result()).copyTo(matrix.data().segment());
      result = null;
    }
  }

  @Override
  public void forget() {
    result = null;
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      TornadoMatrix matrix = result;
      if (matrix != null) {
        matrix.data().current();
      }
      count();
      ledger.release(kernels.bytes());
      KernelPool.giveBack(kernels);
    }
  }
}
