package org.lightpath.validation;

import java.util.ArrayDeque;
import java.util.Deque;
import org.lightpath.core.engine.DeviceField;
import org.lightpath.core.engine.Engine;
import org.lightpath.core.engine.FieldProgram;
import org.lightpath.core.field.ComplexField;
import org.lightpath.core.field.FieldShape;
import org.lightpath.core.field.Precision;
import org.lightpath.core.plan.FieldPlan;
import org.lightpath.fiber.TimeGrid;

/** An open engine and every host field made for one test, closed together. */
final class EngineScope implements AutoCloseable {
  private final EngineCase engineCase;
  private final Engine engine;
  private final Deque<ComplexField> fields = new ArrayDeque<>();

  EngineScope(EngineCase engineCase) {
    this.engineCase = engineCase;
    this.engine = engineCase.open();
  }

  Engine engine() {
    return engine;
  }

  Precision precision() {
    return engineCase.precision();
  }

  /** One field in the precision under test, a function of time [s] in √W for each mode. */
  ComplexField launch(TimeGrid grid, Envelope... modes) {
    return sampled(grid, engineCase.precision(), modes);
  }

  /** A closed form to compare with: always in double precision. */
  ComplexField closedForm(TimeGrid grid, Envelope... modes) {
    return sampled(grid, Precision.DOUBLE, modes);
  }

  private ComplexField sampled(TimeGrid grid, Precision precision, Envelope[] modes) {
    ComplexField field = allocate(new FieldShape(1, modes.length, grid.samples()), precision);
    for (int mode = 0; mode < modes.length; mode++) {
      for (int n = 0; n < grid.samples(); n++) {
        Complex value = modes[mode].at(grid.time(n));
        field.set(0, mode, n, value.re(), value.im());
      }
    }
    return field;
  }

  /** A host field of zeros, closed with this scope. */
  ComplexField allocate(FieldShape shape, Precision precision) {
    return adopt(ComplexField.allocate(shape, precision));
  }

  /** Closes a field together with this scope. */
  ComplexField adopt(ComplexField field) {
    fields.push(field);
    return field;
  }

  /** Runs plans one after the other on a copy of a field that stays on the device in between. */
  ComplexField run(ComplexField input, FieldPlan... plans) {
    ComplexField output = allocate(input.shape(), input.precision());
    try (DeviceField device = engine.allocate(input.shape(), input.precision())) {
      device.upload(input);
      for (FieldPlan plan : plans) {
        try (FieldProgram program = engine.compile(plan)) {
          program.run(device);
        }
      }
      device.download(output);
    }
    return output;
  }

  @Override
  public void close() {
    fields.forEach(ComplexField::close);
    engine.close();
  }
}
