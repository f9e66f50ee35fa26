package org.lightpath.core.engine;

import org.lightpath.core.field.ComplexField;
import org.lightpath.core.plan.FieldPlan;

/** Refusals that all engines share. */
public final class FieldChecks {
  private FieldChecks() {}

  /**
   * Refuses a host field that differs from a device field in shape or precision.
   *
   * @throws IllegalArgumentException if it does
   */
  public static void requireSame(DeviceField device, ComplexField host) {
    if (!host.shape().equals(device.shape()) || host.precision() != device.precision()) {
      throw new IllegalArgumentException(
          "expected a host field of %s %s, got %s %s"
              .formatted(device.shape(), device.precision(), host.shape(), host.precision()));
    }
  }

  /**
   * Refuses a field that a program cannot run on.
   *
   * @param plan the program's plan
   * @param field what it shall run on
   * @param own whether the field is of the program's engine
   * @throws IllegalArgumentException if it is not, or shape or precision differ from the plan's
   */
  public static void requireFits(FieldPlan plan, DeviceField field, boolean own) {
    if (!own || !field.shape().equals(plan.shape()) || field.precision() != plan.precision()) {
      throw new IllegalArgumentException(
          "expected a field of this engine, %s %s, got %s of %s %s"
              .formatted(
                  plan.shape(),
                  plan.precision(),
                  field.getClass().getSimpleName(),
                  field.shape(),
                  field.precision()));
    }
  }
}
