package org.lightpath.aparapi.internal;

import com.aparapi.device.OpenCLDevice;
import java.util.EnumMap;
import java.util.Map;
import org.lightpath.core.engine.EngineLedger;
import org.lightpath.core.engine.UnsupportedPlanException;
import org.lightpath.core.field.FieldShape;
import org.lightpath.core.field.Precision;
import org.lightpath.core.plan.FieldPlan;
import org.lightpath.core.plan.GainNoisePlan;
import org.lightpath.core.plan.GnlsePlan;
import org.lightpath.core.plan.MeshPlan;
import org.lightpath.core.plan.PropagationPlan;
import org.lightpath.core.plan.SpectralFilterPlan;
import org.lightpath.core.plan.TransformPlan;

/** The kernels for fields of one engine, compiled when a plan first needs them. */
final class FieldBenches implements AutoCloseable {
  private final EngineLedger ledger;
  private final OpenCLDevice device;
  private final Map<Precision, FieldBench> streamed = new EnumMap<>(Precision.class);
  private final Map<Precision, FieldBench> resident = new EnumMap<>(Precision.class);

  FieldBenches(EngineLedger ledger, OpenCLDevice device) {
    this.ledger = ledger;
    this.device = device;
  }

  FieldWork prepare(FieldPlan plan) {
    if (plan instanceof GnlsePlan) {
      throw refusedGeneralised();
    }
    FieldBench bench = bench(plan);
    FieldShape covered = bench.covered(plan.shape());
    if (!(plan instanceof GainNoisePlan || plan instanceof MeshPlan)) {
      bench.reserve(plan.shape());
    }
    return switch (plan) {
      case PropagationPlan p -> new Span(bench, p);
      case SpectralFilterPlan p -> new OnePass(bench, plan.shape(), SimplePlans.filter(p, covered));
      case TransformPlan p -> new OnePass(bench, plan.shape(), SimplePlans.transform(p, covered));
      case GainNoisePlan p -> new OnePass(bench, plan.shape(), SimplePlans.amplify(p, covered));
      case MeshPlan p -> new OnePass(bench, plan.shape(), SimplePlans.mesh(p));
      case GnlsePlan _ -> throw refusedGeneralised();
    };
  }

  private static UnsupportedPlanException refusedGeneralised() {
    return new UnsupportedPlanException(
        "the generalised equation (delayed response, adaptive steps): the engine 'aparapi' has split"
            + " steps only; the engines 'cpu' and 'opencl' can run it");
  }

  /** Fields that fit local memory stay with one kernel, for kernels share no memory. */
  private FieldBench bench(FieldPlan plan) {
    boolean small =
        !(plan instanceof MeshPlan) && ResidentBench.fits(plan.shape(), plan.precision(), device);
    return small
        ? resident.computeIfAbsent(plan.precision(), p -> ResidentBench.open(ledger, device, p))
        : streamed.computeIfAbsent(plan.precision(), p -> StreamedBench.open(ledger, device, p));
  }

  @Override
  public void close() {
    streamed.values().forEach(FieldBench::close);
    resident.values().forEach(FieldBench::close);
  }
}
