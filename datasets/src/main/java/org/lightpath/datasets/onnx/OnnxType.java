package org.lightpath.datasets.onnx;

/** Element types of tensors, with their number in a file. */
public enum OnnxType {
  /** IEEE 754 binary32. */
  FLOAT(1, 4),
  /** Unsigned, 8 bits. */
  UINT8(2, 1),
  /** Signed, 8 bits. */
  INT8(3, 1),
  /** Signed, 32 bits. */
  INT32(6, 4),
  /** Signed, 64 bits. */
  INT64(7, 8),
  /** One byte, 0 or 1. */
  BOOL(9, 1),
  /** IEEE 754 binary16. */
  FLOAT16(10, 2),
  /** IEEE 754 binary64. */
  DOUBLE(11, 8),
  /** Upper half of a binary32. */
  BFLOAT16(16, 2);

  private final int code;
  private final int bytes;

  OnnxType(int code, int bytes) {
    this.code = code;
    this.bytes = bytes;
  }

  /** Number in a file. */
  public int code() {
    return code;
  }

  /** Size of an element [B]. */
  public int bytes() {
    return bytes;
  }
}
