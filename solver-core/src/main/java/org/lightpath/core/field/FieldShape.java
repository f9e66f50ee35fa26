package org.lightpath.core.field;

/**
 * Shape of a complex field: (batch, mode, time), time contiguous.
 *
 * @param batch number of independent fields (launch powers, seeds, channels, …), at least 1
 * @param modes polarisations or modes of each field, at least 1
 * @param samples time samples N of each mode, at least 1
 */
public record FieldShape(int batch, int modes, int samples) {
  /**
   * Checks the extents.
   *
   * @throws IllegalArgumentException if an extent is below 1
   */
  public FieldShape {
    if (batch < 1 || modes < 1 || samples < 1) {
      throw new IllegalArgumentException(
          "field shape (batch=%d, modes=%d, samples=%d): every extent must be at least 1"
              .formatted(batch, modes, samples));
    }
  }

  /** Complex samples in all: batch · modes · samples. */
  public long elements() {
    return (long) batch * modes * samples;
  }

  /** Index of a sample in the flat layout, counted in complex samples. */
  public long index(int field, int mode, int sample) {
    return ((long) field * modes + mode) * samples + sample;
  }
}
