package org.lightpath.cli.bench;

import org.lightpath.core.engine.DeviceField;
import org.lightpath.core.engine.Engine;
import org.lightpath.core.engine.EngineOptions;
import org.lightpath.core.engine.EngineProvider;
import org.lightpath.core.engine.FieldProgram;
import org.lightpath.core.field.ComplexField;
import org.lightpath.core.plan.PropagationPlan;

/** One of Lightpath's engines. */
final class EngineContender implements Contender {
  private final EngineProvider provider;
  private final EngineOptions options;
  private final String detail;

  EngineContender(EngineProvider provider, EngineOptions options) {
    this.provider = provider;
    this.options = options;
    this.detail = provider.devices().get(options.device()).name();
  }

  @Override
  public String name() {
    return "lightpath " + provider.name();
  }

  @Override
  public String detail() {
    return detail;
  }

  @Override
  public int threads() {
    return options.effectiveThreads();
  }

  @Override
  public boolean onHost() {
    return provider.name().equals("cpu") || provider.name().equals("reference");
  }

  @Override
  public Prepared prepare(PropagationPlan plan) {
    return new PreparedEngine(provider.open(options), plan);
  }

  @Override
  public void close() {}

  /** An engine of its own for each plan, so that its memory counter speaks of this plan alone. */
  private static final class PreparedEngine implements Prepared {
    private final Engine engine;
    private final DeviceField field;
    private final FieldProgram program;

    PreparedEngine(Engine engine, PropagationPlan plan) {
      this.engine = engine;
      this.field = engine.allocate(plan.shape(), plan.precision());
      this.program = engine.compile(plan);
    }

    @Override
    public void load(ComplexField input) {
      field.upload(input);
    }

    @Override
    public void run() {
      program.run(field);
    }

    @Override
    public void store(ComplexField output) {
      field.download(output);
    }

    @Override
    public long memoryBytes() {
      return engine.counters().peakDeviceMemoryBytes();
    }

    @Override
    public void close() {
      program.close();
      field.close();
      engine.close();
    }
  }
}
