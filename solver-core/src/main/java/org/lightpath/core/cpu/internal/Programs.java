package org.lightpath.core.cpu.internal;

import java.util.stream.IntStream;
import org.lightpath.core.engine.DeviceField;
import org.lightpath.core.engine.DeviceMatrix;
import org.lightpath.core.engine.EngineLedger;
import org.lightpath.core.engine.FieldProgram;
import org.lightpath.core.engine.MatmulProgram;
import org.lightpath.core.engine.UnsupportedPlanException;
import org.lightpath.core.field.FieldShape;
import org.lightpath.core.field.MatrixShape;
import org.lightpath.core.field.Precision;
import org.lightpath.core.plan.FieldPlan;
import org.lightpath.core.plan.GainNoisePlan;
import org.lightpath.core.plan.GnlsePlan;
import org.lightpath.core.plan.KerrNonlinearity;
import org.lightpath.core.plan.MatmulPlan;
import org.lightpath.core.plan.MeshPlan;
import org.lightpath.core.plan.PropagationPlan;
import org.lightpath.core.plan.SpectralFilterPlan;
import org.lightpath.core.plan.TransformPlan;

/** Makes fields and programs: the place where a precision becomes an array type. */
public final class Programs {
  private Programs() {}

  /** A batch of fields of zeros. */
  public static DeviceField field(FieldShape shape, Precision precision, EngineLedger ledger) {
    int lanes = KernelSets.lanes(precision, shape.samples());
    return switch (precision) {
      case SINGLE -> new CpuField<>(ledger, shape, precision, FloatElements.INSTANCE, lanes);
      case DOUBLE -> new CpuField<>(ledger, shape, precision, DoubleElements.INSTANCE, lanes);
    };
  }

  /** A batch of matrices of zeros. */
  public static DeviceMatrix matrix(MatrixShape shape, Precision precision, EngineLedger ledger) {
    return switch (precision) {
      case SINGLE -> new CpuMatrix<>(ledger, shape, precision, FloatElements.INSTANCE);
      case DOUBLE -> new CpuMatrix<>(ledger, shape, precision, DoubleElements.INSTANCE);
    };
  }

  /** A matrix product. */
  public static MatmulProgram program(MatmulPlan plan, Workers workers, EngineLedger ledger) {
    return switch (plan.precision()) {
      case SINGLE ->
          new CpuMatmulProgram<>(
              plan, workers, ledger, FloatElements.INSTANCE, MatmulKernelSets::single);
      case DOUBLE ->
          new CpuMatmulProgram<>(
              plan, workers, ledger, DoubleElements.INSTANCE, MatmulKernelSets::wide);
    };
  }

  /** A program for a plan. */
  public static FieldProgram program(FieldPlan plan, Workers workers, EngineLedger ledger) {
    if (plan instanceof MeshPlan mesh) {
      return mesh(mesh, workers, ledger);
    }
    int lanes = KernelSets.lanes(plan.precision(), plan.shape().samples());
    if (plan instanceof GnlsePlan gnlse) {
      return gnlse(gnlse, workers, ledger, lanes);
    }
    return switch (plan.precision()) {
      case SINGLE ->
          program(plan, workers, ledger, FloatElements.INSTANCE, KernelSets.single(lanes));
      case DOUBLE ->
          program(plan, workers, ledger, DoubleElements.INSTANCE, KernelSets.wide(lanes));
    };
  }

  private static FieldProgram gnlse(
      GnlsePlan plan, Workers workers, EngineLedger ledger, int lanes) {
    return switch (plan.precision()) {
      case SINGLE ->
          GnlseProgram.of(
              plan,
              Workshop.open(
                  plan.shape(), workers, ledger, FloatElements.INSTANCE, KernelSets.single(lanes)),
              GnlseKernelSets.single(lanes));
      case DOUBLE ->
          GnlseProgram.of(
              plan,
              Workshop.open(
                  plan.shape(), workers, ledger, DoubleElements.INSTANCE, KernelSets.wide(lanes)),
              GnlseKernelSets.wide(lanes));
    };
  }

  private static FieldProgram mesh(MeshPlan plan, Workers workers, EngineLedger ledger) {
    return switch (plan.precision()) {
      case SINGLE ->
          MeshProgram.of(plan, workers, ledger, FloatElements.INSTANCE, MeshKernelSets.single());
      case DOUBLE ->
          MeshProgram.of(plan, workers, ledger, DoubleElements.INSTANCE, MeshKernelSets.wide());
    };
  }

  private static <A> FieldProgram program(
      FieldPlan plan,
      Workers workers,
      EngineLedger ledger,
      Elements<A> elements,
      Kernels<A> kernels) {
    if (plan instanceof GainNoisePlan gain) {
      return new NoiseProgram<>(gain, workers, ledger, elements, kernels.lanes());
    }
    Workshop<A> shop = Workshop.open(plan.shape(), workers, ledger, elements, kernels);
    return switch (plan) {
      case PropagationPlan p -> propagation(p, shop);
      case SpectralFilterPlan p -> filter(p, shop);
      case TransformPlan p -> new TransformProgram<>(p, shop);
      case GnlsePlan _ -> throw new AssertionError("made above");
      case GainNoisePlan _ -> throw new AssertionError("made above");
      case MeshPlan _ -> throw new AssertionError("made above");
    };
  }

  private static <A> FieldProgram propagation(PropagationPlan plan, Workshop<A> shop) {
    if (plan.nonlinearity() instanceof KerrNonlinearity.Manakov && plan.shape().modes() > 2) {
      throw new UnsupportedPlanException(
          "the host engine runs the Manakov equation for 1 or 2 modes, got "
              + plan.shape().modes()
              + "; the engine 'reference' runs any number");
    }
    double[] lengths =
        IntStream.range(0, plan.linearOperations()).mapToDouble(plan::linearLength).toArray();
    LinearTables<A> tables =
        new LinearTables<>(
            shop.elements(),
            shop.stages(),
            plan.dispersion(),
            lengths,
            shop.stages().samples() * shop.transform().gain(),
            shop.slabs());
    Rotation rotation = new Rotation(plan.nonlinearity(), plan.effectiveLengths());
    return new StepProgram<>(plan, shop, tables, rotation, plan.finalAmplitude());
  }

  private static <A> FieldProgram filter(SpectralFilterPlan plan, Workshop<A> shop) {
    FilterTable<A> table =
        new FilterTable<>(shop.elements(), shop.stages(), plan.transfer(), shop.slabs());
    return new StepProgram<>(plan, shop, table, Rotation.NONE, 1);
  }
}
