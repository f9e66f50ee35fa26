package org.lightpath.cloud.graph.operator;

import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lightpath.cloud.graph.Tensor;
import org.lightpath.datasets.onnx.OnnxType;

/** Cast and CastLike: numbers of another type, rounded or cut to what it can hold. */
public final class CastOperator {
  private CastOperator() {}

  /** The operators by name. */
  public static Map<String, Operator> all() {
    return Map.of(
        "Cast",
        Operator.of(node -> prepare(node, type(node.whole("to", 1))), "to", "saturate")
            .refusing(CastOperator::refusal),
        "CastLike",
        Operator.of(node -> prepare(node, node.input(1).type()), "saturate"));
  }

  private static @Nullable String refusal(OperatorNode node) {
    long code = node.whole("to", 1);
    return Arrays.stream(OnnxType.values()).anyMatch(type -> type.code() == code)
        ? null
        : "type %d is not implemented; known are %s"
            .formatted(code, Arrays.toString(OnnxType.values()));
  }

  static OnnxType type(long code) {
    return Arrays.stream(OnnxType.values())
        .filter(type -> type.code() == code)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "element type %d is not implemented; known are %s"
                        .formatted(code, Arrays.toString(OnnxType.values()))));
  }

  private static Prepared prepare(PlanNode node, OnnxType to) {
    if (node.first().type() == to) {
      return Prepared.alias(to, node.input(0).shape());
    }
    return Prepared.of(frame -> cast(frame.input(0), frame.output(0)), to, node.input(0).shape());
  }

  private static void cast(Tensor from, Tensor to) {
    for (int i = 0; i < from.elements(); i++) {
      if (to.real()) {
        float value = from.real() ? from.floats()[i] : from.longs()[i];
        to.floats()[i] = rounded(to.type(), value);
      } else if (to.type() == OnnxType.BOOL) {
        to.longs()[i] = (from.real() ? from.floats()[i] != 0 : from.longs()[i] != 0) ? 1 : 0;
      } else {
        to.longs()[i] = cut(to.type(), from.real() ? (long) from.floats()[i] : from.longs()[i]);
      }
    }
  }

  private static float rounded(OnnxType type, float value) {
    return switch (type) {
      case FLOAT16 -> Float.float16ToFloat(Float.floatToFloat16(value));
      case BFLOAT16 -> {
        int bits = Float.floatToRawIntBits(value);
        int even = bits + 0x7fff + (bits >>> 16 & 1);
        yield Float.isNaN(value) ? value : Float.intBitsToFloat(even & 0xffff0000);
      }
      default -> value;
    };
  }

  private static long cut(OnnxType type, long value) {
    return switch (type) {
      case INT32 -> (int) value;
      case INT8 -> (byte) value;
      case UINT8 -> value & 0xff;
      default -> value;
    };
  }
}
