package org.lightpath.cli.bench;

import java.util.List;
import org.lightpath.core.engine.DeviceField;
import org.lightpath.core.engine.Engine;
import org.lightpath.core.engine.FieldProgram;
import org.lightpath.core.field.ComplexField;
import org.lightpath.core.field.FieldShape;
import org.lightpath.core.field.Precision;
import org.lightpath.core.plan.FieldPlan;
import org.lightpath.core.reference.ReferenceEngine;

/** What fields should be: the same plans on the reference engine, in double precision. */
final class FieldReference {
  private FieldReference() {}

  /**
   * The input behind the plans.
   *
   * @param plans in double precision
   */
  static ComplexField run(List<FieldPlan> plans, ComplexField input) {
    ComplexField field = input.copy(Precision.DOUBLE);
    FieldShape shape = input.shape();
    try (Engine engine = new ReferenceEngine();
        DeviceField device = engine.allocate(shape, Precision.DOUBLE)) {
      device.upload(field);
      for (FieldPlan plan : plans) {
        try (FieldProgram program = engine.compile(plan)) {
          program.run(device);
        }
      }
      device.download(field);
    }
    return field;
  }

  /** Relative L2 error of a contender's result. */
  static double error(FieldContender.Prepared prepared, ComplexField input, ComplexField expected) {
    try (ComplexField observed = ComplexField.allocate(input.shape(), input.precision())) {
      prepared.load(input);
      prepared.run();
      prepared.store(observed);
      try (ComplexField wide = observed.copy(Precision.DOUBLE)) {
        return wide.relativeError(expected);
      }
    }
  }
}
