package org.lightpath.cloud.graph.lowering;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lightpath.cloud.graph.Shapes;
import org.lightpath.cloud.graph.Tensor;
import org.lightpath.cloud.graph.operator.Frame;
import org.lightpath.cloud.graph.operator.PlanNode;
import org.lightpath.cloud.graph.operator.Prepared;
import org.lightpath.cloud.graph.operator.ProductRequest;
import org.lightpath.cloud.parallel.Parallel;
import org.lightpath.core.plan.MatmulShape;

/** Gemm: Y = α·A'·B' + β·C, where A' and B' may be transposed and C is broadcast. */
final class GemmOperator {
  private final float alpha;
  private final float beta;
  private final boolean transposedLeft;
  private final MatmulShape shape;
  private final int[] addendStrides;

  /** Transposed left operand where it is constant. */
  private final float @Nullable [] constant;

  private GemmOperator(PlanNode node) {
    alpha = node.real("alpha", 1);
    beta = node.real("beta", 1);
    transposedLeft = node.flag("transA", false);
    boolean transposedRight = node.flag("transB", false);
    int[] a = node.input(0).shape();
    int[] b = node.input(1).shape();
    boolean matrices = a.length == 2 && b.length == 2;
    if (!matrices || a[transposedLeft ? 0 : 1] != b[transposedRight ? 1 : 0]) {
      throw new IllegalArgumentException(
          "A %s (transA=%b) and B %s (transB=%b) do not multiply: inner extents must be equal"
              .formatted(Arrays.toString(a), transposedLeft, Arrays.toString(b), transposedRight));
    }
    shape =
        new MatmulShape(
            1,
            a[transposedLeft ? 1 : 0],
            b[transposedRight ? 0 : 1],
            b[transposedRight ? 1 : 0],
            false,
            transposedRight);
    int[] result = {shape.rows(), shape.columns()};
    addendStrides =
        node.hasInput(2)
            ? Shapes.broadcastStrides(node.input(2).shape(), result)
            : new int[] {0, 0};
    Tensor left = node.input(0).constant();
    constant = left == null || !transposedLeft ? null : transposed(left.floats());
  }

  static Prepared prepare(PlanNode node) {
    GemmOperator gemm = new GemmOperator(node);
    boolean copied = gemm.transposedLeft && gemm.constant == null;
    boolean added = node.hasInput(2);
    return Prepared.of(
            frame -> gemm.run(frame, added),
            node.first().type(),
            gemm.shape.rows(),
            gemm.shape.columns())
        .withProducts(new ProductRequest(gemm.shape, node.input(0), node.input(1)))
        .withScratch(List.of(copied ? node.input(0).elements() : 0));
  }

  private float[] transposed(float[] left) {
    float[] result = new float[left.length];
    Planes.transpose(left, result, 1, shape.inner(), shape.rows());
    return result;
  }

  private void run(Frame frame, boolean added) {
    float[] left = frame.input(0).floats();
    if (constant != null) {
      left = constant;
    } else if (transposedLeft) {
      Planes.transpose(left, frame.scratch(0), 1, shape.inner(), shape.rows());
      left = frame.scratch(0);
    }
    float[] result = frame.output(0).floats();
    frame.multiply(0, left, frame.input(1).floats(), result);
    if (added) {
      add(result, frame.input(2).floats());
    } else if (alpha != 1) {
      for (int i = 0; i < result.length; i++) {
        result[i] *= alpha;
      }
    }
  }

  private void add(float[] result, float[] addend) {
    int columns = shape.columns();
    Parallel.ranges(
        shape.rows(),
        Math.max(1, Planes.GRAIN / columns),
        (from, to) -> {
          for (int row = from; row < to; row++) {
            int c = row * addendStrides[0];
            for (int j = 0; j < columns; j++) {
              int at = row * columns + j;
              result[at] = alpha * result[at] + beta * addend[c + j * addendStrides[1]];
            }
          }
        });
  }
}
