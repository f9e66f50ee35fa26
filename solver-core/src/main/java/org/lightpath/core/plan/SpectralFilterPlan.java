package org.lightpath.core.plan;

import org.lightpath.core.field.FieldShape;
import org.lightpath.core.field.Precision;

/**
 * A linear filter: A ← IFFT(H · FFT(A)), the same H for every field and mode.
 *
 * @param shape (batch, mode, time)
 * @param precision of storage and arithmetic
 * @param transfer H at each frequency bin (amplitude transfer, dimensionless)
 */
public record SpectralFilterPlan(FieldShape shape, Precision precision, TransferFunction transfer)
    implements FieldPlan {
  /**
   * Checks that the filter has one value for each sample.
   *
   * @throws IllegalArgumentException if the numbers differ
   */
  public SpectralFilterPlan {
    if (transfer.bins() != shape.samples()) {
      throw new IllegalArgumentException(
          "filter plan: transfer function has %d bins, field has %d samples"
              .formatted(transfer.bins(), shape.samples()));
    }
  }

  @Override
  public long transforms() {
    return 2L * shape.batch() * shape.modes();
  }
}
