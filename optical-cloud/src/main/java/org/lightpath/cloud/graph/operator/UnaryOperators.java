package org.lightpath.cloud.graph.operator;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lightpath.cloud.graph.Tensor;
import org.lightpath.cloud.parallel.Parallel;
import org.lightpath.datasets.onnx.OnnxType;

/** Operators that map every element by itself. */
public final class UnaryOperators {
  /** Elements worth a thread of their own, for functions of a few nanoseconds. */
  private static final int GRAIN = 1 << 13;

  private UnaryOperators() {}

  /** Makes the loop from the attributes of a node. */
  @FunctionalInterface
  private interface LoopFactory {
    UnaryLoop loop(PlanNode node);
  }

  /** The operators by name. */
  public static Map<String, Operator> all() {
    Map<String, Operator> all = new HashMap<>();
    fast(all);
    parametric(all);
    rare(all);
    return all;
  }

  private static void fast(Map<String, Operator> all) {
    all.put("Relu", real(node -> UnaryOperators::relu));
    all.put("Sigmoid", real(node -> UnaryOperators::sigmoid));
    all.put("Tanh", real(node -> UnaryOperators::tanh));
    all.put("Erf", real(node -> UnaryOperators::erf));
    all.put("Exp", real(node -> UnaryOperators::exp));
    all.put("Sqrt", real(node -> UnaryOperators::sqrt));
    all.put("Neg", mixed(UnaryOperators::negate, x -> -x));
    all.put("Abs", mixed(UnaryOperators::abs, Math::abs));
    all.put("Reciprocal", real(node -> UnaryOperators::reciprocal));
    all.put("Gelu", real(UnaryOperators::gelu, "approximate"));
  }

  private static void parametric(Map<String, Operator> all) {
    all.put("LeakyRelu", real(node -> leakyRelu(node.real("alpha", 0.01f)), "alpha"));
    all.put("Swish", real(node -> swish(node.real("alpha", 1)), "alpha"));
    all.put(
        "Elu",
        real(
            node -> {
              double alpha = node.real("alpha", 1);
              return UnaryLoop.each(x -> x < 0 ? alpha * Math.expm1(x) : x);
            },
            "alpha"));
    all.put(
        "Celu",
        real(
            node -> {
              double alpha = node.real("alpha", 1);
              return UnaryLoop.each(x -> x < 0 ? alpha * Math.expm1(x / alpha) : x);
            },
            "alpha"));
    all.put(
        "Selu",
        real(
            node -> {
              double alpha = node.real("alpha", 1.6732632f);
              double gamma = node.real("gamma", 1.050701f);
              return UnaryLoop.each(x -> gamma * (x > 0 ? x : alpha * Math.expm1(x)));
            },
            "alpha",
            "gamma"));
    all.put(
        "HardSigmoid",
        real(
            node -> hardSigmoid(node.real("alpha", 0.2f), node.real("beta", 0.5f)),
            "alpha",
            "beta"));
    all.put(
        "ThresholdedRelu",
        real(
            node -> {
              double alpha = node.real("alpha", 1);
              return UnaryLoop.each(x -> x > alpha ? x : 0);
            },
            "alpha"));
    all.put(
        "Shrink",
        real(
            node -> {
              double bias = node.real("bias", 0);
              double lambda = node.real("lambd", 0.5f);
              return UnaryLoop.each(x -> x < -lambda ? x + bias : x > lambda ? x - bias : 0);
            },
            "bias",
            "lambd"));
  }

  private static void rare(Map<String, Operator> all) {
    put(all, "Log", Math::log);
    put(all, "Sin", Math::sin);
    put(all, "Cos", Math::cos);
    put(all, "Tan", Math::tan);
    put(all, "Asin", Math::asin);
    put(all, "Acos", Math::acos);
    put(all, "Atan", Math::atan);
    put(all, "Sinh", Math::sinh);
    put(all, "Cosh", Math::cosh);
    put(all, "Asinh", x -> Math.copySign(Math.log(Math.abs(x) + Math.sqrt(x * x + 1)), x));
    put(all, "Acosh", x -> Math.log(x + Math.sqrt(x * x - 1)));
    put(all, "Atanh", x -> 0.5 * (Math.log1p(x) - Math.log1p(-x)));
    put(all, "Softplus", x -> Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x))));
    put(all, "Softsign", x -> x / (1 + Math.abs(x)));
    put(all, "HardSwish", x -> x * Math.max(0, Math.min(1, x / 6 + 0.5)));
    put(all, "Mish", x -> x * Math.tanh(Math.log1p(Math.exp(x))));
    all.put("Floor", mixed(UnaryLoop.each(Math::floor), x -> x));
    all.put("Ceil", mixed(UnaryLoop.each(Math::ceil), x -> x));
    all.put("Round", mixed(UnaryLoop.each(Math::rint), x -> x));
    all.put("Sign", mixed(UnaryLoop.each(Math::signum), x -> Long.signum(x)));
    all.put("Not", Operator.of(node -> whole(node.first(), x -> 1 - x)));
    all.put("BitwiseNot", Operator.of(node -> whole(node.first(), x -> ~x)));
    all.put("IsNaN", Operator.of(node -> test(node.first(), Float::isNaN)));
    all.put("IsInf", Operator.of(UnaryOperators::isInfinite, "detect_negative", "detect_positive"));
  }

  private static void put(Map<String, Operator> all, String name, UnaryLoop.Function function) {
    all.put(name, real(node -> UnaryLoop.each(function)));
  }

  private static Operator real(LoopFactory factory, String... attributes) {
    return Operator.of(node -> prepare(node.first(), factory.loop(node), null), attributes);
  }

  /** A function of a whole number. */
  @FunctionalInterface
  private interface WholeFunction {
    long at(long x);
  }

  /** A property of a number. */
  @FunctionalInterface
  private interface Test {
    boolean of(float x);
  }

  private static Operator mixed(UnaryLoop loop, WholeFunction whole) {
    return Operator.of(node -> prepare(node.first(), loop, whole));
  }

  private static Prepared prepare(TensorType type, UnaryLoop loop, @Nullable WholeFunction whole) {
    if (!type.real()) {
      if (whole == null) {
        throw new IllegalArgumentException("input is " + type + ", expected real numbers");
      }
      return whole(type, whole);
    }
    int elements = type.elements();
    Kernel kernel =
        frame -> {
          float[] x = frame.input(0).floats();
          float[] y = frame.output(0).floats();
          Parallel.ranges(elements, GRAIN, (from, to) -> loop.apply(x, y, from, to));
        };
    return Prepared.of(kernel, type).inPlaceOf(0);
  }

  private static Prepared whole(TensorType type, WholeFunction function) {
    Kernel kernel =
        frame -> {
          long[] x = frame.input(0).longs();
          long[] y = frame.output(0).longs();
          for (int i = 0; i < y.length; i++) {
            y[i] = function.at(x[i]);
          }
        };
    return Prepared.of(kernel, type).inPlaceOf(0);
  }

  private static Prepared test(TensorType type, Test test) {
    Kernel kernel =
        frame -> {
          Tensor input = frame.input(0);
          long[] y = frame.output(0).longs();
          for (int i = 0; i < y.length; i++) {
            y[i] = test.of(input.floats()[i]) ? 1 : 0;
          }
        };
    return Prepared.of(kernel, OnnxType.BOOL, type.shape());
  }

  private static Prepared isInfinite(PlanNode node) {
    boolean negative = node.flag("detect_negative", true);
    boolean positive = node.flag("detect_positive", true);
    return test(node.first(), x -> Float.isInfinite(x) && (x > 0 ? positive : negative));
  }

  private static UnaryLoop gelu(PlanNode node) {
    if (!node.text("approximate", "none").equals("tanh")) {
      return UnaryOperators::exactGelu;
    }
    return (x, y, from, to) -> {
      for (int i = from; i < to; i++) {
        float v = x[i];
        y[i] = 0.5f * v * (1 + FloatFunctions.tanh(0.7978846f * (v + 0.044715f * v * v * v)));
      }
    };
  }

  private static void exactGelu(float[] x, float[] y, int from, int to) {
    for (int i = from; i < to; i++) {
      y[i] = FloatFunctions.gelu(x[i]);
    }
  }

  private static UnaryLoop leakyRelu(float alpha) {
    return (x, y, from, to) -> {
      for (int i = from; i < to; i++) {
        y[i] = Math.max(x[i], 0) + alpha * Math.min(x[i], 0);
      }
    };
  }

  private static UnaryLoop swish(float alpha) {
    return (x, y, from, to) -> {
      for (int i = from; i < to; i++) {
        y[i] = x[i] * FloatFunctions.sigmoid(alpha * x[i]);
      }
    };
  }

  private static UnaryLoop hardSigmoid(float alpha, float beta) {
    return (x, y, from, to) -> {
      for (int i = from; i < to; i++) {
        y[i] = Math.max(0, Math.min(1, alpha * x[i] + beta));
      }
    };
  }

  private static void relu(float[] x, float[] y, int from, int to) {
    for (int i = from; i < to; i++) {
      y[i] = Math.max(x[i], 0);
    }
  }

  private static void sigmoid(float[] x, float[] y, int from, int to) {
    for (int i = from; i < to; i++) {
      y[i] = FloatFunctions.sigmoid(x[i]);
    }
  }

  private static void tanh(float[] x, float[] y, int from, int to) {
    for (int i = from; i < to; i++) {
      y[i] = FloatFunctions.tanh(x[i]);
    }
  }

  private static void erf(float[] x, float[] y, int from, int to) {
    for (int i = from; i < to; i++) {
      y[i] = FloatFunctions.erf(x[i]);
    }
  }

  /** With over- and underflow as IEEE 754 has them, which {@link FloatFunctions#exp} has not. */
  private static void exp(float[] x, float[] y, int from, int to) {
    for (int i = from; i < to; i++) {
      y[i] = Math.abs(x[i]) < 87 ? FloatFunctions.exp(x[i]) : (float) Math.exp(x[i]);
    }
  }

  private static void sqrt(float[] x, float[] y, int from, int to) {
    for (int i = from; i < to; i++) {
      y[i] = (float) Math.sqrt(x[i]);
    }
  }

  private static void negate(float[] x, float[] y, int from, int to) {
    for (int i = from; i < to; i++) {
      y[i] = -x[i];
    }
  }

  private static void abs(float[] x, float[] y, int from, int to) {
    for (int i = from; i < to; i++) {
      y[i] = Math.abs(x[i]);
    }
  }

  private static void reciprocal(float[] x, float[] y, int from, int to) {
    for (int i = from; i < to; i++) {
      y[i] = 1 / x[i];
    }
  }
}
