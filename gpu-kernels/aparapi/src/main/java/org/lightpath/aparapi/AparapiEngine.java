package org.lightpath.aparapi;

import java.util.List;
import org.lightpath.aparapi.internal.Discovery;
import org.lightpath.aparapi.internal.EngineCore;
import org.lightpath.core.engine.DeviceDescription;
import org.lightpath.core.engine.DeviceField;
import org.lightpath.core.engine.DeviceMatrix;
import org.lightpath.core.engine.Engine;
import org.lightpath.core.engine.EngineCounters;
import org.lightpath.core.engine.EngineOptions;
import org.lightpath.core.engine.EngineUnavailableException;
import org.lightpath.core.engine.FieldProgram;
import org.lightpath.core.engine.MatmulProgram;
import org.lightpath.core.field.FieldShape;
import org.lightpath.core.field.MatrixShape;
import org.lightpath.core.field.Precision;
import org.lightpath.core.plan.FieldPlan;
import org.lightpath.core.plan.MatmulPlan;

/**
 * Runs plans on one OpenCL device with kernels that are Java classes, translated by Aparapi.
 *
 * <p>Never on Aparapi's Java threads: a kernel that does not run on the device is an error.
 */
public final class AparapiEngine implements Engine {
  private final EngineCore core;
  private final DeviceDescription description;

  /**
   * Opens a device.
   *
   * @throws EngineUnavailableException if it is not there, or more than one is asked for
   */
  public AparapiEngine(EngineOptions options) {
    List<Discovery.Found> all = Discovery.get().devices();
    if (options.devices().size() != 1 || options.device() >= all.size()) {
      throw new EngineUnavailableException(
          "engine 'aparapi' runs on one device and has %d, numbered from 0; asked for %s: take one, or the engine 'opencl' for several"
              .formatted(all.size(), options.devices()));
    }
    Discovery.Found found = all.get(options.device());
    this.core = new EngineCore(found.device());
    this.description = found.description();
  }

  @Override
  public DeviceDescription device() {
    return description;
  }

  @Override
  public DeviceField allocate(FieldShape shape, Precision precision) {
    return core.allocate(shape, precision);
  }

  @Override
  public FieldProgram compile(FieldPlan plan) {
    return core.compile(plan);
  }

  @Override
  public DeviceMatrix allocate(MatrixShape shape, Precision precision) {
    return core.allocate(shape, precision);
  }

  @Override
  public MatmulProgram compile(MatmulPlan plan) {
    return core.compile(plan);
  }

  @Override
  public EngineCounters counters() {
    return core.counters();
  }

  @Override
  public void close() {
    core.close();
  }
}
