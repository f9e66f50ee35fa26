package org.lightpath.datasets.safetensors;

import java.util.Arrays;
import java.util.Optional;
import org.lightpath.datasets.onnx.OnnxType;

/** Element types of the safetensors format. */
public enum SafetensorsType {
  /** IEEE 754 binary64. */
  F64(8, OnnxType.DOUBLE),
  /** IEEE 754 binary32. */
  F32(4, OnnxType.FLOAT),
  /** IEEE 754 binary16. */
  F16(2, OnnxType.FLOAT16),
  /** Upper half of a binary32. */
  BF16(2, OnnxType.BFLOAT16),
  /** Four bits of exponent, three of mantissa. */
  F8_E4M3(1, Optional.empty()),
  /** Five bits of exponent, two of mantissa. */
  F8_E5M2(1, Optional.empty()),
  /** Signed, 64 bits. */
  I64(8, OnnxType.INT64),
  /** Signed, 32 bits. */
  I32(4, OnnxType.INT32),
  /** Signed, 16 bits. */
  I16(2, Optional.empty()),
  /** Signed, 8 bits. */
  I8(1, OnnxType.INT8),
  /** Unsigned, 64 bits. */
  U64(8, Optional.empty()),
  /** Unsigned, 32 bits. */
  U32(4, Optional.empty()),
  /** Unsigned, 16 bits. */
  U16(2, Optional.empty()),
  /** Unsigned, 8 bits. */
  U8(1, OnnxType.UINT8),
  /** One byte, 0 or 1. */
  BOOL(1, OnnxType.BOOL);

  private final int bytes;
  private final Optional<OnnxType> onnx;

  SafetensorsType(int bytes, OnnxType onnx) {
    this(bytes, Optional.of(onnx));
  }

  SafetensorsType(int bytes, Optional<OnnxType> onnx) {
    this.bytes = bytes;
    this.onnx = onnx;
  }

  /** Size of an element [B]. */
  public int bytes() {
    return bytes;
  }

  /** The same type in a model; empty where models have none. */
  public Optional<OnnxType> onnx() {
    return onnx;
  }

  static Optional<SafetensorsType> of(String name) {
    return Arrays.stream(values()).filter(type -> type.name().equals(name)).findFirst();
  }
}
