package org.lightpath.aparapi.internal;

import com.aparapi.device.OpenCLDevice;
import java.util.EnumMap;
import java.util.Map;
import org.lightpath.core.engine.EngineLedger;
import org.lightpath.core.field.Precision;
import org.lightpath.core.plan.FieldPlan;
import org.lightpath.core.plan.GainNoisePlan;
import org.lightpath.core.plan.MeshPlan;
import org.lightpath.core.plan.PropagationPlan;
import org.lightpath.core.plan.SpectralFilterPlan;
import org.lightpath.core.plan.TransformPlan;

/** The kernels for fields of one engine, compiled when a plan first needs them. */
final class FieldBenches implements AutoCloseable {
  private final EngineLedger ledger;
  private final OpenCLDevice device;
  private final Map<Precision, FieldBench> streamed = new EnumMap<>(Precision.class);

  FieldBenches(EngineLedger ledger, OpenCLDevice device) {
    this.ledger = ledger;
    this.device = device;
  }

  FieldWork prepare(FieldPlan plan) {
    FieldBench bench = streamed(plan.precision());
    return switch (plan) {
      case PropagationPlan p -> {
        bench.reserve(2 * p.shape().elements());
        yield new Span(bench, p);
      }
      case SpectralFilterPlan p -> once(bench, plan, SimplePlans.filter(p));
      case TransformPlan p -> once(bench, plan, SimplePlans.transform(p));
      case GainNoisePlan p -> once(bench, plan, SimplePlans.amplify(p));
      case MeshPlan p -> once(bench, plan, SimplePlans.mesh(p));
    };
  }

  private static OnePass once(FieldBench bench, FieldPlan plan, TableParts parts) {
    if (!(plan instanceof GainNoisePlan) && !(plan instanceof MeshPlan)) {
      bench.reserve(2 * plan.shape().elements());
    }
    return new OnePass(bench, parts.build(), parts.items());
  }

  private FieldBench streamed(Precision precision) {
    return streamed.computeIfAbsent(
        precision,
        p ->
            new FieldBench(
                ledger,
                p == Precision.SINGLE ? new SingleFieldKernel() : new DoubleFieldKernel(),
                device,
                p));
  }

  @Override
  public void close() {
    streamed.values().forEach(FieldBench::close);
  }
}
