package org.lightpath.datasets.idx;

import java.util.Arrays;
import java.util.Optional;

/** Element types of the IDX format. */
public enum IdxType {
  /** Unsigned, 8 bits. */
  UNSIGNED_BYTE(0x08, 1),
  /** Signed, 8 bits. */
  BYTE(0x09, 1),
  /** Signed, 16 bits. */
  SHORT(0x0B, 2),
  /** Signed, 32 bits. */
  INT(0x0C, 4),
  /** IEEE 754 binary32. */
  FLOAT(0x0D, 4),
  /** IEEE 754 binary64. */
  DOUBLE(0x0E, 8);

  private final int code;
  private final int bytes;

  IdxType(int code, int bytes) {
    this.code = code;
    this.bytes = bytes;
  }

  /** Size of an element [B]. */
  public int bytes() {
    return bytes;
  }

  static Optional<IdxType> of(int code) {
    return Arrays.stream(values()).filter(type -> type.code == code).findFirst();
  }
}
