package org.lightpath.photonic.core;

import org.jspecify.annotations.Nullable;
import org.lightpath.core.field.RealMatrix;
import org.lightpath.core.plan.ColumnCorrection;

/**
 * A right operand ready to be uploaded. Whoever asked for it closes it.
 *
 * @param values B as the chip has it, in the shape of the plan
 * @param variance V of the receiver's variance, or null where the plan takes none
 * @param correction digital gain and offset that belong to these values
 * @param clipped weights beyond their full scale that the host has clipped; the engine counts those
 *     that it clips itself
 */
public record RightOperand(
    RealMatrix values, @Nullable RealMatrix variance, ColumnCorrection correction, long clipped)
    implements AutoCloseable {
  @Override
  public void close() {
    values.close();
    if (variance != null) {
      variance.close();
    }
  }
}
