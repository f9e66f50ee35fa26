package org.lightpath.cloud.graph;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import org.lightpath.datasets.onnx.OnnxType;

/** Little-endian bytes of a file as numbers. */
final class TensorBytes {
  private static final ValueLayout.OfFloat FLOAT =
      ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfDouble DOUBLE =
      ValueLayout.JAVA_DOUBLE_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfShort SHORT =
      ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfInt INT =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfLong LONG =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private TensorBytes() {}

  /** Real numbers. */
  static void read(OnnxType type, MemorySegment data, float[] values) {
    switch (type) {
      case FLOAT -> MemorySegment.copy(data, FLOAT, 0, values, 0, values.length);
      case DOUBLE -> {
        for (int i = 0; i < values.length; i++) {
          values[i] = (float) data.getAtIndex(DOUBLE, i);
        }
      }
      case FLOAT16 -> {
        for (int i = 0; i < values.length; i++) {
          values[i] = Float.float16ToFloat(data.getAtIndex(SHORT, i));
        }
      }
      case BFLOAT16 -> {
        for (int i = 0; i < values.length; i++) {
          values[i] = Float.intBitsToFloat(data.getAtIndex(SHORT, i) << 16);
        }
      }
      default -> throw new IllegalArgumentException(type + " holds no real numbers");
    }
  }

  /** Whole numbers and truth values. */
  static void read(OnnxType type, MemorySegment data, long[] values) {
    for (int i = 0; i < values.length; i++) {
      values[i] =
          switch (type) {
            case INT64 -> data.getAtIndex(LONG, i);
            case INT32 -> data.getAtIndex(INT, i);
            case INT8 -> data.get(ValueLayout.JAVA_BYTE, i);
            case UINT8 -> data.get(ValueLayout.JAVA_BYTE, i) & 0xff;
            case BOOL -> data.get(ValueLayout.JAVA_BYTE, i) == 0 ? 0 : 1;
            default -> throw new IllegalArgumentException(type + " holds no whole numbers");
          };
    }
  }
}
