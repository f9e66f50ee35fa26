package org.lightpath.cloud.graph.lowering;

import java.util.Arrays;
import java.util.List;
import org.lightpath.cloud.graph.Shapes;
import org.lightpath.cloud.graph.operator.Frame;
import org.lightpath.cloud.graph.operator.PlanNode;
import org.lightpath.cloud.graph.operator.Prepared;
import org.lightpath.cloud.graph.operator.ProductRequest;
import org.lightpath.core.plan.MatmulShape;

/**
 * MatMul of NumPy: the last two axes multiply, those before are a batch and broadcast. With one
 * matrix on the right the batch of the left joins its rows: one large product.
 */
final class MatMulOperator {
  private final int[] leftBatch;
  private final int[] rightBatch;
  private final int[] batch;
  private final int rows;
  private final int columns;
  private final int inner;
  private final boolean folded;

  private MatMulOperator(int[] left, int[] right) {
    int[] a = left.length == 1 ? new int[] {1, left[0]} : left;
    int[] b = right.length == 1 ? new int[] {right[0], 1} : right;
    rows = a[a.length - 2];
    inner = a[a.length - 1];
    columns = b[b.length - 1];
    if (inner != b[b.length - 2]) {
      throw new IllegalArgumentException(
          "shapes %s and %s do not multiply: inner extents %d and %d differ"
              .formatted(Arrays.toString(left), Arrays.toString(right), inner, b[b.length - 2]));
    }
    leftBatch = Arrays.copyOf(a, a.length - 2);
    rightBatch = Arrays.copyOf(b, b.length - 2);
    batch = Shapes.broadcast(leftBatch, rightBatch);
    folded = Shapes.elements(rightBatch) == 1;
  }

  static Prepared prepare(PlanNode node) {
    int[] left = node.input(0).shape();
    int[] right = node.input(1).shape();
    if (left.length == 0 || right.length == 0) {
      throw new IllegalArgumentException("scalars do not multiply as matrices; expected vectors");
    }
    MatMulOperator operator = new MatMulOperator(left, right);
    int products = Shapes.elements(operator.batch);
    MatmulShape shape =
        operator.folded
            ? MatmulShape.of(1, products * operator.rows, operator.columns, operator.inner)
            : MatmulShape.of(products, operator.rows, operator.columns, operator.inner);
    return Prepared.of(
            operator::run, node.first().type(), operator.result(left.length, right.length))
        .withProducts(new ProductRequest(shape, node.input(0), node.input(1)))
        .withScratch(
            List.of(
                operator.repeats(operator.leftBatch) ? operator.elements(operator.rows) : 0,
                operator.repeats(operator.rightBatch) ? operator.elements(operator.columns) : 0));
  }

  private int[] result(int leftRank, int rightRank) {
    int[] shape = Arrays.copyOf(batch, batch.length + 2);
    shape[batch.length] = rows;
    shape[batch.length + 1] = columns;
    if (rightRank == 1) {
      shape = Arrays.copyOf(shape, shape.length - 1);
    }
    if (leftRank == 1) {
      int at = batch.length;
      int[] shorter = Arrays.copyOf(shape, shape.length - 1);
      System.arraycopy(shape, at + 1, shorter, at, shorter.length - at);
      shape = shorter;
    }
    return shape;
  }

  /** Elements of an operand with a matrix for every product. */
  private int elements(int extent) {
    return Shapes.elements(Shapes.elements(batch), extent, inner);
  }

  /** Whether the matrices of an operand are used by several products of the batch. */
  private boolean repeats(int[] ofOperand) {
    return !folded && Shapes.elements(ofOperand) != Shapes.elements(batch);
  }

  private void run(Frame frame) {
    float[] left = frame.input(0).floats();
    float[] right = frame.input(1).floats();
    if (repeats(leftBatch)) {
      repeat(left, leftBatch, frame.scratch(0));
      left = frame.scratch(0);
    }
    if (repeats(rightBatch)) {
      repeat(right, rightBatch, frame.scratch(1));
      right = frame.scratch(1);
    }
    frame.multiply(0, left, right, frame.output(0).floats());
  }

  private void repeat(float[] matrices, int[] ofOperand, float[] result) {
    int[] strides = Shapes.broadcastStrides(ofOperand, batch);
    int[] own = Shapes.strides(batch);
    int products = Shapes.elements(batch);
    int size = result.length / products;
    for (int product = 0; product < products; product++) {
      int source = 0;
      for (int axis = 0; axis < batch.length; axis++) {
        source += product / own[axis] % batch[axis] * strides[axis];
      }
      System.arraycopy(matrices, source * size, result, product * size, size);
    }
  }
}
