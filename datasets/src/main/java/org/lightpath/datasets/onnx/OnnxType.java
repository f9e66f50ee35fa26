package org.lightpath.datasets.onnx;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

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

  private static final List<String> NAMES =
      List.of(
          "UNDEFINED",
          "FLOAT",
          "UINT8",
          "INT8",
          "UINT16",
          "INT16",
          "INT32",
          "INT64",
          "STRING",
          "BOOL",
          "FLOAT16",
          "DOUBLE",
          "UINT32",
          "UINT64",
          "COMPLEX64",
          "COMPLEX128",
          "BFLOAT16",
          "FLOAT8E4M3FN",
          "FLOAT8E4M3FNUZ",
          "FLOAT8E5M2",
          "FLOAT8E5M2FNUZ",
          "UINT4",
          "INT4");

  private final int code;
  private final int bytes;

  OnnxType(int code, int bytes) {
    this.code = code;
    this.bytes = bytes;
  }

  /** The type of a number in a file; empty for those that are not supported. */
  public static Optional<OnnxType> of(long code) {
    return Arrays.stream(values()).filter(type -> type.code == code).findFirst();
  }

  /** Name of a number in a file, also for types that are not supported; for messages. */
  static String nameOf(long code) {
    return code >= 0 && code < NAMES.size()
        ? "%s (%d)".formatted(NAMES.get((int) code), code)
        : "data type " + code;
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
