package org.lightpath.fiber.link;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.lightpath.core.engine.DeviceField;
import org.lightpath.core.engine.Engine;
import org.lightpath.core.engine.FieldProgram;
import org.lightpath.core.field.ComplexField;
import org.lightpath.core.plan.FieldPlan;
import org.lightpath.core.plan.GainNoisePlan;
import org.lightpath.core.plan.PropagationPlan;
import org.lightpath.fiber.FieldChecks;
import org.lightpath.fiber.Optics;
import org.lightpath.fiber.Progress;
import org.lightpath.fiber.step.StepError;

/** One crossing of a link: owns the device field, the host copy and the programs while it lasts. */
final class LinkRun implements AutoCloseable {
  private final Engine engine;
  private final LinkSettings settings;
  private final LinkPlan plan;
  private final LinkState from;
  private final List<Span> inOrder;
  private final DeviceField device;
  private final ComplexField host;
  private final IdentityHashMap<FieldPlan, FieldProgram> programs = new IdentityHashMap<>();
  private final List<PowerPoint> powers;
  private @Nullable ComplexField coarse;
  private OptionalDouble stepError;
  private int next;
  private int hostHolds = -1;
  private double elapsed;

  LinkRun(Engine engine, LinkSettings settings, LinkPlan plan, LinkState from) {
    this.engine = engine;
    this.settings = settings;
    this.plan = plan;
    this.from = from;
    List<Span> spans = settings.link().spans();
    this.inOrder = settings.backwards() ? spans.reversed() : spans;
    this.powers = new ArrayList<>(from.powers());
    this.stepError = from.stepError();
    this.next = from.nextSpan();
    this.device = engine.allocate(from.field().shape(), settings.precision());
    this.host = ComplexField.allocate(from.field().shape(), settings.precision());
  }

  LinkResult go(int powerEvery, boolean stepErrorWanted, LinkListener listener) {
    if (powers.isEmpty()) {
      powers.add(powerOf(from.field()));
    }
    boolean estimated = next == 0 ? stepErrorWanted : stepError.isPresent();
    device.upload(from.field());
    boolean cancelled = false;
    while (next < plan.spans().size() && !cancelled) {
      if (estimated && firstOfItsKind()) {
        coarse = crossCoarsely();
      }
      cross(plan.spans().get(next));
      next++;
      afterSpan(powerEvery, listener);
      cancelled = listener.cancelled();
    }
    ComplexField result = download().copy(settings.precision());
    boolean completed = next == plan.spans().size();
    return new LinkResult(state(result), plan, elapsed, completed);
  }

  private void cross(List<FieldPlan> span) {
    List<FieldProgram> ready = span.stream().map(this::prepared).toList();
    long begin = System.nanoTime();
    ready.forEach(program -> program.run(device));
    elapsed += (System.nanoTime() - begin) * 1e-9;
    // Every amplifier has a stream of its own, so the next span cannot use its program.
    span.stream().filter(GainNoisePlan.class::isInstance).forEach(this::release);
  }

  private FieldProgram prepared(FieldPlan work) {
    return programs.computeIfAbsent(work, engine::compile);
  }

  private void release(FieldPlan work) {
    FieldProgram program = programs.remove(work);
    if (program != null) {
      program.close();
    }
  }

  private void afterSpan(int powerEvery, LinkListener listener) {
    boolean last = next == plan.spans().size();
    if (coarse != null) {
      stepError = OptionalDouble.of(stepError.orElse(0) + estimate(coarse));
      coarse.close();
      coarse = null;
    }
    if (last || (powerEvery > 0 && next % powerEvery == 0)) {
      powers.add(powerOf(download()));
    }
    Progress progress =
        new Progress(
            from.nextSpan(),
            next,
            plan.spans().size(),
            position(),
            settings.link().length(),
            elapsed);
    listener.progress(progress);
    if (listener.checkpointWanted(progress)) {
      listener.checkpoint(state(download()));
    }
  }

  /** The device's field on the host, moved once for each position. */
  private ComplexField download() {
    if (hostHolds != next) {
      device.download(host);
      FieldChecks.requireFinite(host, position());
      hostHolds = next;
    }
    return host;
  }

  private LinkState state(ComplexField field) {
    return new LinkState(next, field, from.launchPeakPower(), powers, stepError);
  }

  private PowerPoint powerOf(ComplexField field) {
    List<Double> levels =
        IntStream.range(0, field.shape().batch())
            .mapToObj(index -> Optics.toDbm(field.meanPower(index)))
            .toList();
    return new PowerPoint(position(), levels);
  }

  private double position() {
    return inOrder.subList(0, next).stream().mapToDouble(Span::length).sum();
  }

  private boolean firstOfItsKind() {
    return !inOrder.subList(0, next).contains(inOrder.get(next));
  }

  /** Crosses the next span with other steps; the device then holds its input again. */
  private ComplexField crossCoarsely() {
    ComplexField input = next == from.nextSpan() ? from.field() : download();
    for (FieldPlan work : plan.spans().get(next)) {
      FieldPlan coarser = work instanceof PropagationPlan p ? StepError.compared(p) : work;
      try (FieldProgram program = engine.compile(coarser)) {
        program.run(device);
      }
    }
    ComplexField field = ComplexField.allocate(from.field().shape(), settings.precision());
    device.download(field);
    device.upload(input);
    return field;
  }

  /** Error of all spans that equal the one just crossed. */
  private double estimate(ComplexField other) {
    double distance = FieldChecks.largestRelativeError(other, download());
    List<PropagationPlan> plans =
        plan.spans().get(next - 1).stream()
            .filter(PropagationPlan.class::isInstance)
            .map(PropagationPlan.class::cast)
            .toList();
    return StepError.of(plans, distance) * Collections.frequency(inOrder, inOrder.get(next - 1));
  }

  @Override
  public void close() {
    programs.values().forEach(FieldProgram::close);
    device.close();
    host.close();
    if (coarse != null) {
      coarse.close();
    }
  }
}
