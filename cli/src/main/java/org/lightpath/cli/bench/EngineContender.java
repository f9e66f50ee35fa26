package org.lightpath.cli.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lightpath.core.engine.DeviceCeilings;
import org.lightpath.core.engine.DeviceDescription;
import org.lightpath.core.engine.DeviceField;
import org.lightpath.core.engine.Engine;
import org.lightpath.core.engine.EngineOptions;
import org.lightpath.core.engine.EngineProvider;
import org.lightpath.core.engine.FieldProgram;
import org.lightpath.core.engine.ProgramCost;
import org.lightpath.core.field.ComplexField;
import org.lightpath.core.field.Precision;
import org.lightpath.core.plan.FieldPlan;
import org.lightpath.core.plan.MeshPlan;
import org.lightpath.core.plan.PropagationPlan;

/** One of Lightpath's engines. */
final class EngineContender implements FieldContender, ProductContender, MeshContender {
  private final EngineProvider provider;
  private final EngineOptions options;
  private final DeviceDescription device;

  EngineContender(EngineProvider provider, EngineOptions options) {
    this.provider = provider;
    this.options = options;
    this.device = provider.devices().get(options.device());
  }

  /** Whether an engine computes on this machine's cores itself. */
  static boolean onHost(EngineProvider provider) {
    return provider.name().equals("cpu") || provider.name().equals("reference");
  }

  /** A session of its own on the device. The caller closes it. */
  Engine open() {
    return provider.open(options);
  }

  /** What it runs on. */
  DeviceDescription device() {
    return device;
  }

  @Override
  public String name() {
    return "lightpath " + provider.name();
  }

  @Override
  public String detail() {
    return device.name();
  }

  @Override
  public int threads() {
    return options.effectiveThreads();
  }

  @Override
  public boolean onHost() {
    return onHost(provider);
  }

  @Override
  public boolean supports(StepCase c) {
    return has(c.precision());
  }

  @Override
  public Optional<DeviceCeilings> ceilings(Precision precision, long workingSetBytes) {
    try (Engine engine = provider.open(options)) {
      return engine.ceilings(precision, workingSetBytes);
    }
  }

  @Override
  public FieldContender.Prepared prepare(PropagationPlan plan) {
    return prepareField(plan);
  }

  /** Makes everything ready for runs of a plan. */
  FieldContender.Prepared prepareField(FieldPlan plan) {
    return prepare(List.of(plan));
  }

  @Override
  public FieldContender.Prepared prepare(List<FieldPlan> plans) {
    Engine engine = provider.open(options);
    try {
      return new PreparedEngine(engine, plans);
    } catch (RuntimeException | OutOfMemoryError e) {
      engine.close();
      throw e;
    }
  }

  /**
   * Time to make the program of a plan [s]: the median of the second half of as many programs as
   * are made in a time, at least four.
   *
   * @param leastSeconds that time [s]
   */
  double compileSeconds(FieldPlan plan, double leastSeconds) {
    List<Double> seconds = new ArrayList<>();
    try (Engine engine = provider.open(options)) {
      long begin = System.nanoTime();
      while (seconds.size() < 4 || (System.nanoTime() - begin) * 1e-9 < leastSeconds) {
        long start = System.nanoTime();
        FieldProgram program = engine.compile(plan);
        seconds.add((System.nanoTime() - start) * 1e-9);
        program.close();
      }
    }
    return new Times(seconds.subList(seconds.size() / 2, seconds.size())).median();
  }

  @Override
  public boolean supports(ProductCase c, ProductEffect effect) {
    return effect.isPlan() && has(c.precision());
  }

  @Override
  public ProductContender.Prepared prepare(
      ProductCase c, ProductEffect effect, ProductContender.Operands operands) {
    Engine engine = provider.open(options);
    try {
      return new PreparedProgram(engine, effect.plan(c), operands);
    } catch (RuntimeException | OutOfMemoryError e) {
      engine.close();
      throw e;
    }
  }

  @Override
  public boolean supports(MeshPlan.Method method, Precision precision) {
    return has(precision);
  }

  @Override
  public Timed prepareTimed(MeshPlan plan, double leastSeconds) {
    double compile = compileSeconds(plan, leastSeconds);
    return new Timed(prepareField(plan), compile);
  }

  /** Whether its device has a precision. */
  boolean has(Precision precision) {
    return precision == Precision.SINGLE || device.doublePrecision();
  }

  @Override
  public void close() {}

  /** An engine of its own, so that its memory counter speaks of these plans alone. */
  private static final class PreparedEngine implements FieldContender.Prepared {
    private final Engine engine;
    private final DeviceField field;
    private final Map<FieldPlan, FieldProgram> programs = new LinkedHashMap<>();
    private final List<FieldProgram> order = new ArrayList<>();

    PreparedEngine(Engine engine, List<FieldPlan> plans) {
      this.engine = engine;
      this.field = engine.allocate(plans.getFirst().shape(), plans.getFirst().precision());
      for (FieldPlan plan : plans) {
        order.add(programs.computeIfAbsent(plan, engine::compile));
      }
    }

    @Override
    public void load(ComplexField input) {
      field.upload(input);
    }

    @Override
    public void run() {
      order.forEach(program -> program.run(field));
    }

    @Override
    public void store(ComplexField output) {
      field.download(output);
    }

    @Override
    public Optional<ProgramCost> cost() {
      return order.stream()
          .map(FieldProgram::cost)
          .reduce((one, other) -> one.flatMap(a -> other.map(a::plus)))
          .flatMap(all -> all);
    }

    @Override
    public long memoryBytes() {
      return engine.counters().peakDeviceMemoryBytes();
    }

    @Override
    public void close() {
      programs.values().forEach(FieldProgram::close);
      field.close();
      engine.close();
    }
  }
}
