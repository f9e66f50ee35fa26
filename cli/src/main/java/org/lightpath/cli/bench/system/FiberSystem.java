package org.lightpath.cli.bench.system;

import java.util.List;
import org.lightpath.core.field.ComplexField;
import org.lightpath.core.field.FieldShape;
import org.lightpath.core.field.Precision;
import org.lightpath.core.plan.FieldPlan;
import org.lightpath.core.plan.PropagationPlan;

/**
 * A system of the named cases of {@code lightpath bench fiber}: a field that is launched, and the
 * plans that it goes through. {@link FiberSystems} lists them.
 */
public interface FiberSystem {
  /** Short name, as {@code --case} takes it. */
  String name();

  /** What it is, in a line. */
  String title();

  /** Where its numbers are from. */
  String source();

  /** Equation, as rows call it: {@code scalar}, {@code manakov}. */
  String model();

  /** Polarisations. */
  int modes();

  /** Sizes in which it is measured. */
  List<Size> sizes();

  /**
   * One size.
   *
   * @param samples N of a mode
   * @param batch fields
   */
  record Size(int samples, int batch) {}

  /** The launched fields; the caller closes them. */
  ComplexField input(FieldShape shape, Precision precision);

  /** What the fields go through, in order; equal parts share one plan. */
  List<FieldPlan> plans(FieldShape shape, Precision precision);

  /**
   * Steps of a plan, 0 where nothing is propagated. Where the device decides on steps as it goes,
   * what times are divided by: at least 1.
   */
  default int steps(FieldPlan plan) {
    return plan instanceof PropagationPlan propagation ? propagation.steps().steps() : 0;
  }

  /** Shape of the fields of a size. */
  default FieldShape shape(Size size) {
    return new FieldShape(size.batch(), modes(), size.samples());
  }
}
