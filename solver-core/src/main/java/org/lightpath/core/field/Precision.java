package org.lightpath.core.field;

/** Floating-point precision of a field and of everything an engine computes on it. */
public enum Precision {
  /** IEEE 754 binary32; a complex sample is 8 bytes. */
  SINGLE(Float.BYTES, 0x1p-24),
  /** IEEE 754 binary64; a complex sample is 16 bytes. */
  DOUBLE(Double.BYTES, 0x1p-53);

  private final int realBytes;
  private final double unitRoundoff;

  Precision(int realBytes, double unitRoundoff) {
    this.realBytes = realBytes;
    this.unitRoundoff = unitRoundoff;
  }

  /** Bytes of one real number. */
  public int realBytes() {
    return realBytes;
  }

  /** Bytes of one complex sample. */
  public int complexBytes() {
    return 2 * realBytes;
  }

  /** Largest relative error of one rounding: 2⁻²⁴ or 2⁻⁵³. */
  public double unitRoundoff() {
    return unitRoundoff;
  }
}
