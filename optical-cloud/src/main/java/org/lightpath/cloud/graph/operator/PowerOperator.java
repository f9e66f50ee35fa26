package org.lightpath.cloud.graph.operator;

import org.lightpath.cloud.graph.Shapes;
import org.lightpath.cloud.graph.Tensor;
import org.lightpath.cloud.parallel.Parallel;

/** Pow: a^b, with exponents that models use most done by multiplication or square root. */
final class PowerOperator {
  private PowerOperator() {}

  static Prepared prepare(PlanNode node) {
    Tensor exponent = node.input(1).constant();
    if (exponent != null
        && exponent.elements() == 1
        && node.first().real()
        && Shapes.broadcast(node.input(0).shape(), node.input(1).shape()).length
            == node.first().rank()) {
      double power = exponent.real() ? exponent.floats()[0] : exponent.longs()[0];
      UnaryLoop loop = loop(power);
      int elements = node.first().elements();
      Kernel kernel =
          frame -> {
            float[] x = frame.input(0).floats();
            float[] y = frame.output(0).floats();
            Parallel.ranges(elements, Broadcast.GRAIN, (from, to) -> loop.apply(x, y, from, to));
          };
      return Prepared.of(kernel, node.first()).inPlaceOf(0);
    }
    return general(node);
  }

  private static UnaryLoop loop(double power) {
    if (power == 2) {
      return (x, y, from, to) -> {
        for (int i = from; i < to; i++) {
          y[i] = x[i] * x[i];
        }
      };
    }
    if (power == 0.5) {
      return UnaryLoop.each(Math::sqrt);
    }
    return UnaryLoop.each(x -> Math.pow(x, power));
  }

  private static Prepared general(PlanNode node) {
    int[] shape = BinaryOperators.shape(node);
    Broadcast broadcast = Broadcast.of(shape, node.input(0).shape(), node.input(1).shape());
    Kernel kernel =
        frame -> {
          Tensor base = frame.input(0);
          Tensor exponent = frame.input(1);
          Tensor result = frame.output(0);
          broadcast.rows(
              (offsets, to, length) -> {
                for (int i = 0; i < length; i++) {
                  double a = number(base, offsets[0] + i * broadcast.step(0));
                  double b = number(exponent, offsets[1] + i * broadcast.step(1));
                  store(result, to + i, Math.pow(a, b));
                }
              });
        };
    return Prepared.of(kernel, node.first().type(), shape);
  }

  private static double number(Tensor tensor, int index) {
    return tensor.real() ? tensor.floats()[index] : tensor.longs()[index];
  }

  private static void store(Tensor tensor, int index, double value) {
    if (tensor.real()) {
      tensor.floats()[index] = (float) value;
    } else {
      tensor.longs()[index] = (long) value;
    }
  }
}
