package org.lightpath.tornado.internal.plan;

import java.util.ArrayList;
import java.util.List;
import org.lightpath.core.plan.ColumnCorrection;
import org.lightpath.core.plan.InnerWeights;
import org.lightpath.core.plan.MatmulPlan;
import org.lightpath.core.plan.MatmulShape;
import org.lightpath.core.plan.ProductVariance;
import org.lightpath.core.plan.Quantiser;
import org.lightpath.core.plan.ReceiverNoise;
import org.lightpath.tornado.internal.kernel.KernelName;
import org.lightpath.tornado.internal.kernel.KernelPool;
import org.lightpath.tornado.internal.kernel.KernelSet;

/** Kernels of a product, their tables and launch widths. */
final class ProductLayout {
  /** Numbers of a run before A. */
  static final int RUN = 8;

  /** Where the layout counts clipped values of A, of B, and clipped readouts. */
  static final int[] COUNTERS = {48 + 15, 64 + 15, 30};

  private static final int TILE = 32;
  private static final int GROUP = 256;
  private static final int LEFT = 48;
  private static final int RIGHT = 64;
  private static final int LENGTH = 80;

  private final MatmulPlan plan;
  private final DeviceFacts device;
  private final OperandLayout left;
  private final OperandLayout right;
  private final Tables tables = new Tables();
  private final int[] layout = new int[LENGTH];

  ProductLayout(MatmulPlan plan, DeviceFacts device) {
    this.plan = plan;
    this.device = device;
    MatmulShape s = plan.shape();
    Sizes.requireNumbers(RUN + s.left().elements(), "A of a product");
    Sizes.requireNumbers(s.right().elements(), "B of a product");
    Sizes.requireNumbers(s.result().elements(), "C of a product");
    this.left = OperandLayout.of(s.left(), s.rows(), s.inner(), false, plan.left());
    this.right =
        OperandLayout.of(s.right(), s.columns(), s.inner(), s.transposedRight(), plan.right());
    fill();
  }

  private void fill() {
    MatmulShape s = plan.shape();
    ReceiverNoise noise = plan.readout().noise();
    ProductVariance second = noise.product();
    int[] head = {
      s.batch(),
      s.rows(),
      s.columns(),
      s.inner(),
      s.sharedRight() ? 1 : 0,
      s.transposedRight() ? 1 : 0,
      Math.min(plan.readout().integrationLength(), s.inner()),
      plan.windows(),
      effects(),
      second == null ? 0 : second.leftPower(),
      second == null ? -1 : code(second.right()),
      tables.add(receiver()),
      tables.add(weights()),
      hasManyWeights() ? 1 : 0,
      tables.add(corrections()),
      plan.readout().correction().equals(ColumnCorrection.NONE) ? 0 : 1,
      (int) noise.seed(),
      (int) (noise.seed() >>> Integer.SIZE),
      noise.stream()
    };
    System.arraycopy(head, 0, layout, 0, head.length);
    System.arraycopy(left.write(tables), 0, layout, LEFT, RIGHT - LEFT);
    System.arraycopy(right.write(tables), 0, layout, RIGHT, LENGTH - RIGHT);
  }

  private static int code(ProductVariance.Right right) {
    return switch (right) {
      case GIVEN -> 0;
      case ABSOLUTE -> 1;
      case SQUARE -> 2;
    };
  }

  /** What the product has to do besides: bits that its kernel tests. */
  private int effects() {
    ReceiverNoise noise = plan.readout().noise();
    InnerWeights weights = plan.weights();
    int effects = weights.leaksLeft() || weights.leaksRight() ? 1 : 0;
    effects += noise.left() > 0 || noise.right() > 0 ? 2 : 0;
    effects += noise.product() != null ? 4 : 0;
    effects += noise.isPresent() ? 8 : 0;
    effects += plan.readout().converter().isPresent() ? 16 : 0;
    return effects;
  }

  private double[] receiver() {
    ReceiverNoise noise = plan.readout().noise();
    ProductVariance second = noise.product();
    Quantiser converter = plan.readout().converter();
    return new double[] {
      noise.constant(),
      noise.output(),
      noise.left(),
      noise.right(),
      second == null ? 0 : second.coefficient(),
      converter.fullScale(),
      (converter.levels() - 1) / 2.0,
      noise.counts()
    };
  }

  private boolean hasManyWeights() {
    return !plan.weights().equals(InnerWeights.unit());
  }

  private double[] weights() {
    InnerWeights weights = plan.weights();
    double[] values = new double[3 * (hasManyWeights() ? plan.shape().inner() : 1)];
    for (int k = 0; k < values.length / 3; k++) {
      values[3 * k] = weights.product(k);
      values[3 * k + 1] = weights.left(k);
      values[3 * k + 2] = weights.right(k);
    }
    return values;
  }

  private double[] corrections() {
    ColumnCorrection correction = plan.readout().correction();
    boolean none = correction.equals(ColumnCorrection.NONE);
    double[] values = new double[2 * (none ? 1 : plan.shape().columns())];
    for (int j = 0; j < values.length / 2; j++) {
      values[2 * j] = correction.gain(j);
      values[2 * j + 1] = correction.offset(j);
    }
    return values;
  }

  private KernelName product() {
    return plan.readout().noise().counts() > 0 ? KernelName.COUNTED : KernelName.PRODUCT;
  }

  private List<KernelName> stage() {
    List<KernelName> stage = new ArrayList<>(List.of(KernelName.ENCODE_LEFT));
    if (left.remembers()) {
      stage.add(KernelName.REMEMBER_LEFT);
    }
    stage.add(KernelName.ENCODE_RIGHT);
    if (right.remembers()) {
      stage.add(KernelName.REMEMBER_RIGHT);
    }
    stage.add(product());
    return stage;
  }

  /** Inputs: A behind the numbers of a run, B, and V where it is given. */
  int inputs() {
    return plan.takesVariance() ? 3 : 2;
  }

  /** Which array of data holds C. */
  int result() {
    return inputs() + 2;
  }

  KernelSet.Key key() {
    int a = KernelPool.roomy(RUN + (long) left.values());
    int b = KernelPool.roomy(right.values());
    List<Integer> data = new ArrayList<>(List.of(a, b));
    if (plan.takesVariance()) {
      data.add(b);
    }
    data.addAll(List.of(a, b, KernelPool.roomy(plan.shape().result().elements())));
    return new KernelSet.Key(
        device.index(),
        plan.precision(),
        data,
        inputs(),
        KernelPool.roomy(tables.size()),
        KernelPool.roomy(LENGTH),
        List.of(stage()));
  }

  void write(KernelSet kernels) {
    kernels.layout(0, layout);
    tables.writeTo(kernels.numbers());
  }

  List<KernelSet.Grid> grids() {
    MatmulShape s = plan.shape();
    int tiles = s.batch() * Math.ceilDiv(s.rows(), TILE) * Math.ceilDiv(s.columns(), TILE);
    List<KernelSet.Grid> grids = new ArrayList<>();
    for (KernelName kernel : stage()) {
      switch (kernel) {
        case ENCODE_LEFT -> grids.add(wide(kernel, left.values()));
        case ENCODE_RIGHT -> grids.add(wide(kernel, right.values()));
        case REMEMBER_LEFT -> grids.add(wide(kernel, left.streamsInAll()));
        case REMEMBER_RIGHT -> grids.add(wide(kernel, right.streamsInAll()));
        default -> grids.add(new KernelSet.Grid(0, kernel, tiles, GROUP));
      }
    }
    return grids;
  }

  private KernelSet.Grid wide(KernelName kernel, int pieces) {
    int items = device.items(pieces);
    return new KernelSet.Grid(0, kernel, Math.ceilDiv(pieces, items), items);
  }
}
