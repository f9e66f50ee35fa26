package org.lightpath.core.engine;

import java.util.Optional;
import org.lightpath.core.field.FieldShape;
import org.lightpath.core.field.MatrixShape;
import org.lightpath.core.field.Precision;
import org.lightpath.core.plan.FieldPlan;
import org.lightpath.core.plan.MatmulPlan;

/**
 * Something that runs plans on one device.
 *
 * <p>Prepare once, run often: {@link #compile} allocates, {@code run} does not. Fields, matrices
 * and programs are closed by whoever opened them, before the engine. An engine and what it opened
 * are used from one thread at a time.
 */
public interface Engine extends AutoCloseable {
  /** The device this engine was opened on. */
  DeviceDescription device();

  /** Allocates a batch of fields on the device, filled with zeros. */
  DeviceField allocate(FieldShape shape, Precision precision);

  /**
   * Prepares a plan: tables, scratch memory, kernels.
   *
   * @throws UnsupportedPlanException if this engine cannot run a part of the plan
   */
  FieldProgram compile(FieldPlan plan);

  /** Allocates a batch of real matrices on the device, filled with zeros. */
  DeviceMatrix allocate(MatrixShape shape, Precision precision);

  /**
   * Prepares a matrix product.
   *
   * @throws UnsupportedPlanException if this engine cannot run a part of the plan
   */
  MatmulProgram compile(MatmulPlan plan);

  /** What has been moved and held since the engine was opened. */
  EngineCounters counters();

  /**
   * Measures what the device can do at most, which takes a part of a second.
   *
   * @param precision of the arithmetic
   * @param workingSetBytes bytes that all processors together go through again and again [B]: in
   *     which cache they stay decides the bandwidth
   * @return nothing if this engine does not measure itself
   */
  default Optional<DeviceCeilings> ceilings(Precision precision, long workingSetBytes) {
    return Optional.empty();
  }

  @Override
  void close();
}
