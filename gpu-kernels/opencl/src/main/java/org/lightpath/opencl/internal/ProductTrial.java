package org.lightpath.opencl.internal;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.zip.CRC32;
import org.jocl.CLException;
import org.jspecify.annotations.Nullable;
import org.lightpath.core.engine.DeviceFailedException;
import org.lightpath.core.engine.MatmulOperands;
import org.lightpath.core.engine.MatmulRun;
import org.lightpath.core.engine.UnsupportedPlanException;
import org.lightpath.core.field.MatrixShape;
import org.lightpath.core.field.RealMatrix;
import org.lightpath.core.plan.MatmulPlan;
import org.lightpath.opencl.KernelBuildException;
import org.lightpath.opencl.internal.tuning.Trial;

/** Times a product with different tiles, on a queue and operands of its own. */
final class ProductTrial implements Trial<ProductTile>, AutoCloseable {
  private static final long SEED = 20;

  private final MatmulPlan plan;
  private final DeviceInfo device;
  private final long memoryBytes;
  private final Ledger ledger = new Ledger();
  private final Deque<Runnable> releases = new ArrayDeque<>();
  private @Nullable DeviceQueue queue;
  private @Nullable MatmulOperands operands;

  /**
   * Takes nothing yet.
   *
   * @param plan of the product
   * @param device where it runs
   * @param memoryBytes what may be taken [B]
   */
  ProductTrial(MatmulPlan plan, DeviceInfo device, long memoryBytes) {
    this.plan = plan;
    this.device = device;
    this.memoryBytes = memoryBytes;
  }

  @Override
  public Optional<Timed> prepare(ProductTile tile) {
    try {
      MatmulOperands given = operands();
      OpenClMatmul program = OpenClMatmul.of(plan, opened(), ledger, tile);
      if (program.largestGroup() < tile.group()) {
        program.close();
        return Optional.empty();
      }
      return Optional.of(new Ready(program, given));
    } catch (UnsupportedPlanException
        | KernelBuildException
        | DeviceFailedException
        | CLException _) {
      return Optional.empty();
    }
  }

  private DeviceQueue opened() {
    DeviceQueue open = queue;
    if (open == null) {
      open = new DeviceQueue(device, ledger, memoryBytes);
      queue = open;
      releases.push(open::close);
    }
    return open;
  }

  private MatmulOperands operands() {
    MatmulOperands given = operands;
    if (given == null) {
      given =
          new MatmulOperands(
              random(plan.shape().left()),
              random(plan.shape().right()),
              plan.takesVariance() ? random(plan.shape().right()) : null,
              matrix(plan.shape().result()));
      operands = given;
    }
    return given;
  }

  private OpenClMatrix matrix(MatrixShape shape) {
    OpenClMatrix made = new OpenClMatrix(opened(), ledger, shape, plan.precision());
    releases.push(made::close);
    return made;
  }

  /** Numbers between zero and one. */
  private OpenClMatrix random(MatrixShape shape) {
    OpenClMatrix made = matrix(shape);
    SplittableRandom random = new SplittableRandom(SEED);
    try (RealMatrix host = RealMatrix.allocate(shape, plan.precision())) {
      for (long i = 0; i < shape.elements(); i++) {
        host.setReal(i, random.nextDouble());
      }
      made.upload(host);
    }
    return made;
  }

  private record Ready(OpenClMatmul program, MatmulOperands operands) implements Timed {
    @Override
    public void run() {
      program.run(operands, MatmulRun.UNIT);
    }

    @Override
    public long digest() {
      run();
      CRC32 crc = new CRC32();
      MatrixShape shape = operands.result().shape();
      try (RealMatrix host = RealMatrix.allocate(shape, operands.result().precision())) {
        operands.result().download(host);
        ByteBuffer bytes = host.segment().asByteBuffer();
        crc.update(bytes);
      }
      return crc.getValue();
    }

    @Override
    public void close() {
      program.close();
    }
  }

  @Override
  public void close() {
    while (!releases.isEmpty()) {
      releases.pop().run();
    }
  }
}
