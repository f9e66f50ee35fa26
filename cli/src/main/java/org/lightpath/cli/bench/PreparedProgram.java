package org.lightpath.cli.bench;

import java.util.Optional;
import org.lightpath.core.engine.DeviceMatrix;
import org.lightpath.core.engine.Engine;
import org.lightpath.core.engine.MatmulOperands;
import org.lightpath.core.engine.MatmulProgram;
import org.lightpath.core.engine.MatmulRun;
import org.lightpath.core.engine.ProgramCost;
import org.lightpath.core.field.RealMatrix;
import org.lightpath.core.plan.MatmulPlan;

/** A product on an engine of its own, so that its memory counter speaks of this plan alone. */
final class PreparedProgram implements ProductContender.Prepared {
  private final Engine engine;
  private final MatmulProgram program;
  private final DeviceMatrix left;
  private final DeviceMatrix right;
  private final DeviceMatrix result;

  /** Takes the engine, which is closed with it. */
  PreparedProgram(Engine engine, MatmulPlan plan, ProductContender.Operands operands) {
    this.engine = engine;
    this.program = engine.compile(plan);
    this.left = engine.allocate(plan.shape().left(), plan.precision());
    this.right = engine.allocate(plan.shape().right(), plan.precision());
    this.result = engine.allocate(plan.shape().result(), plan.precision());
    left.upload(operands.left());
    right.upload(operands.right());
  }

  /** The same draw in every run: times do not depend on it, and the result can be checked. */
  @Override
  public void run() {
    program.run(new MatmulOperands(left, right, result), MatmulRun.UNIT);
  }

  @Override
  public void store(RealMatrix target) {
    result.download(target);
  }

  @Override
  public Optional<ProgramCost> cost() {
    return program.cost();
  }

  @Override
  public long memoryBytes() {
    return engine.counters().peakDeviceMemoryBytes();
  }

  @Override
  public void close() {
    program.close();
    left.close();
    right.close();
    result.close();
    engine.close();
  }
}
