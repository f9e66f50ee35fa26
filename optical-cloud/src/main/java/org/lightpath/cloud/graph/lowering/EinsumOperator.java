package org.lightpath.cloud.graph.lowering;

import java.util.ArrayList;
import java.util.List;
import org.lightpath.cloud.graph.Shapes;
import org.lightpath.cloud.graph.operator.Frame;
import org.lightpath.cloud.graph.operator.PlanNode;
import org.lightpath.cloud.graph.operator.Prepared;
import org.lightpath.cloud.graph.operator.ProductRequest;
import org.lightpath.cloud.graph.operator.StridedCopy;
import org.lightpath.core.plan.MatmulShape;

/**
 * Einsum. Two operands whose axes each occur once in their term, and either in the other term or in
 * the result, become a product: common axes of all three are its batch, common axes of the operands
 * its K, the others M and N. Everything else (sums, diagonals, one or many operands) is digital.
 */
final class EinsumOperator {
  private EinsumOperator() {}

  static Prepared prepare(PlanNode node) {
    List<int[]> shapes = new ArrayList<>();
    for (int i = 0; i < node.inputCount(); i++) {
      shapes.add(node.input(i).shape());
    }
    EinsumEquation equation = EinsumEquation.parse(node.text("equation", ""), shapes);
    return isProduct(equation, shapes) ? product(node, equation) : digital(node, equation, shapes);
  }

  private static boolean isProduct(EinsumEquation equation, List<int[]> shapes) {
    if (shapes.size() != 2) {
      return false;
    }
    for (int i = 0; i < 2; i++) {
      String own = equation.operands().get(i);
      String other = equation.operands().get(1 - i) + equation.result();
      boolean distinct = own.chars().distinct().count() == own.length();
      boolean full = java.util.Arrays.equals(equation.shape(own), shapes.get(i));
      if (!distinct || !full || !EinsumEquation.select(own, other, false).isEmpty()) {
        return false;
      }
    }
    return true;
  }

  private static Prepared product(PlanNode node, EinsumEquation equation) {
    String a = equation.operands().get(0);
    String b = equation.operands().get(1);
    String common = EinsumEquation.select(a, b, true);
    String batch = EinsumEquation.select(common, equation.result(), true);
    String inner = EinsumEquation.select(common, equation.result(), false);
    String rows = EinsumEquation.select(a, b, false);
    String columns = EinsumEquation.select(b, a, false);
    StridedCopy left = copy(equation, a, batch + rows + inner);
    StridedCopy right = copy(equation, b, batch + inner + columns);
    StridedCopy result = copy(equation, batch + rows + columns, equation.result());
    boolean[] direct = {
      a.equals(batch + rows + inner),
      b.equals(batch + inner + columns),
      equation.result().equals(batch + rows + columns)
    };
    MatmulShape shape =
        MatmulShape.of(
            elements(equation, batch),
            elements(equation, rows),
            elements(equation, columns),
            elements(equation, inner));
    List<Integer> scratch =
        List.of(
            direct[0] ? 0 : elements(equation, a),
            direct[1] ? 0 : elements(equation, b),
            direct[2] ? 0 : elements(equation, equation.result()));
    return Prepared.of(
            frame -> run(frame, new StridedCopy[] {left, right, result}, direct),
            node.first().type(),
            equation.shape(equation.result()))
        .withProducts(new ProductRequest(shape, node.input(0), node.input(1)))
        .withScratch(scratch);
  }

  private static void run(Frame frame, StridedCopy[] copies, boolean[] direct) {
    float[][] operands = new float[2][];
    for (int i = 0; i < 2; i++) {
      operands[i] = frame.input(i).floats();
      if (!direct[i]) {
        copies[i].copy(operands[i], frame.scratch(i));
        operands[i] = frame.scratch(i);
      }
    }
    float[] output = frame.output(0).floats();
    float[] result = direct[2] ? output : frame.scratch(2);
    frame.multiply(0, operands[0], operands[1], result);
    if (!direct[2]) {
      copies[2].copy(result, output);
    }
  }

  private static int elements(EinsumEquation equation, String labels) {
    return Shapes.elements(equation.shape(labels));
  }

  private static StridedCopy copy(EinsumEquation equation, String from, String to) {
    return new StridedCopy(equation.shape(to), strides(from, equation.shape(from), to), 0);
  }

  /** Steps of an operand along labels: repeated labels walk its diagonal, extents of 1 stay. */
  private static int[] strides(String operand, int[] shape, String labels) {
    int[] own = Shapes.strides(shape);
    int[] strides = new int[labels.length()];
    for (int axis = 0; axis < operand.length(); axis++) {
      int at = labels.indexOf(operand.charAt(axis));
      strides[at] += shape[axis] == 1 ? 0 : own[axis];
    }
    return strides;
  }

  private static Prepared digital(PlanNode node, EinsumEquation equation, List<int[]> shapes) {
    String all = String.join("", equation.operands());
    StringBuilder summed = new StringBuilder();
    for (char label : EinsumEquation.select(all, equation.result(), false).toCharArray()) {
      if (summed.indexOf(String.valueOf(label)) < 0) {
        summed.append(label);
      }
    }
    String labels = equation.result() + summed;
    int[] extents = equation.shape(labels);
    int[][] strides = new int[shapes.size()][];
    for (int i = 0; i < strides.length; i++) {
      strides[i] = strides(equation.operands().get(i), shapes.get(i), labels);
    }
    int outputs = elements(equation, equation.result());
    int terms = Shapes.elements(equation.shape(summed.toString()));
    return Prepared.of(
            frame -> sum(frame, extents, strides, outputs, terms),
            node.first().type(),
            equation.shape(equation.result()))
        .withDigitalMacs(shapes.size() < 2 ? 0 : (long) outputs * terms);
  }

  private static void sum(Frame frame, int[] extents, int[][] strides, int outputs, int terms) {
    float[] y = frame.output(0).floats();
    float[][] x = new float[strides.length][];
    for (int i = 0; i < x.length; i++) {
      x[i] = frame.input(i).floats();
    }
    for (int output = 0; output < outputs; output++) {
      double sum = 0;
      for (int term = 0; term < terms; term++) {
        double factor = 1;
        for (int i = 0; i < x.length; i++) {
          factor *= x[i][place(extents, strides[i], output * terms + term)];
        }
        sum += factor;
      }
      y[output] = (float) sum;
    }
  }

  private static int place(int[] extents, int[] strides, int index) {
    int rest = index;
    int place = 0;
    for (int axis = extents.length - 1; axis >= 0; axis--) {
      place += rest % extents[axis] * strides[axis];
      rest /= extents[axis];
    }
    return place;
  }
}
