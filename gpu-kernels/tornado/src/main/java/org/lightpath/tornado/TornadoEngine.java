package org.lightpath.tornado;

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
import org.lightpath.tornado.internal.Presence;
import org.lightpath.tornado.internal.plan.Programs;

/**
 * Runs plans on one device of TornadoVM: kernels are Java methods that it compiles to OpenCL.
 *
 * <p>The same device gives the same bytes, whatever the split of a batch. Fields and matrices are
 * kept on the host; a program that runs again on the field it ran on last moves nothing.
 */
public final class TornadoEngine implements Engine {
  private final DeviceDescription description;
  private final Programs programs;

  /**
   * Opens a device.
   *
   * @throws EngineUnavailableException if it is not there, or several are asked for
   */
  public TornadoEngine(EngineOptions options) {
    if (options.devices().size() > 1) {
      throw new EngineUnavailableException(
          "engine 'tornado' runs on one device, %s are asked for; the engine 'opencl' shares a batch"
              .formatted(options.devices()));
    }
    Presence presence = Presence.get();
    this.programs = new Programs(presence.facts(options.device()));
    this.description = presence.devices().get(options.device());
  }

  @Override
  public DeviceDescription device() {
    return description;
  }

  @Override
  public DeviceField allocate(FieldShape shape, Precision precision) {
    return programs.allocate(shape, precision);
  }

  @Override
  public FieldProgram compile(FieldPlan plan) {
    return programs.compile(plan);
  }

  @Override
  public DeviceMatrix allocate(MatrixShape shape, Precision precision) {
    return programs.allocate(shape, precision);
  }

  @Override
  public MatmulProgram compile(MatmulPlan plan) {
    return programs.compile(plan);
  }

  @Override
  public EngineCounters counters() {
    return programs.counters();
  }

  @Override
  public void close() {}
}
