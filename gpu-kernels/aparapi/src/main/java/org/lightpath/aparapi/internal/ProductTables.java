package org.lightpath.aparapi.internal;

import org.lightpath.core.plan.LevelTable;
import org.lightpath.core.plan.MatmulPlan;
import org.lightpath.core.plan.MatmulShape;
import org.lightpath.core.plan.OperandEncoding;
import org.lightpath.core.plan.OperandNoise;
import org.lightpath.core.plan.ProductVariance;
import org.lightpath.core.plan.ReceiverNoise;

/** A product's plan as the kernel reads it. */
final class ProductTables {
  private final Reals gains;
  private final double[] reals;
  private final int[] ints;
  private final long[] seeds;

  ProductTables(Reals gains, double[] reals, int[] ints, long[] seeds) {
    this.gains = gains;
    this.reals = reals;
    this.ints = ints;
    this.seeds = seeds;
  }

  /** g_k. */
  Reals gains() {
    return gains;
  }

  /** Parameters, then lists that the integers point to. */
  double[] reals() {
    return reals;
  }

  /** Extents, switches and places. */
  int[] ints() {
    return ints;
  }

  /** Of A, B and the receiver. */
  long[] seeds() {
    return seeds;
  }

  private static final int LISTS = 20;
  private static final int ITEMS = 32;
  private static final int PASSES = 4;
  private static final int SIDE = 4;

  static ProductTables of(MatmulPlan plan) {
    int[] ints = new int[64];
    extents(plan, ints);
    encoding(plan.left(), 0, ints);
    encoding(plan.right(), 1, ints);
    receiver(plan, ints);
    double[] reals = reals(plan, ints);
    items(plan, ints);
    ReceiverNoise noise = plan.readout().noise();
    long[] seeds = {plan.left().noise().seed(), plan.right().noise().seed(), noise.seed()};
    double[] gains = new double[plan.shape().inner()];
    for (int k = 0; k < gains.length; k++) {
      gains[k] = plan.weights().product(k);
    }
    return new ProductTables(Reals.of(plan.precision(), gains), reals, ints, seeds);
  }

  private static void extents(MatmulPlan plan, int[] ints) {
    MatmulShape shape = plan.shape();
    ints[0] = shape.batch();
    ints[1] = shape.rows();
    ints[2] = shape.columns();
    ints[3] = shape.inner();
    ints[4] = shape.sharedRight() ? 1 : 0;
    ints[5] = shape.transposedRight() ? 1 : 0;
    ints[6] = Math.min(shape.inner(), plan.readout().integrationLength());
    ints[7] = plan.windows();
    ints[16] = plan.weights().isUnitProduct() ? 1 : 0;
    ints[17] = takesSquares(plan) ? 1 : 0;
    // Distances in V along j and along k.
    ints[23] = shape.transposedRight() ? shape.inner() : 1;
    ints[24] = shape.transposedRight() ? 1 : shape.columns();
    ints[38] = Math.toIntExact(shape.result().elements());
  }

  private static void encoding(OperandEncoding encoding, int side, int[] ints) {
    ints[8 + side] = encoding.levels().words();
    ints[10 + side] = encoding.noise().isRandom() ? 1 : 0;
    ints[12 + side] = encoding.memory().isPresent() ? 1 : 0;
    ints[14 + side] = encoding.noise().stream();
  }

  private static void receiver(MatmulPlan plan, int[] ints) {
    ReceiverNoise noise = plan.readout().noise();
    ProductVariance product = noise.product();
    if (product != null) {
      ints[18] =
          switch (product.right()) {
            case ABSOLUTE -> 1;
            case SQUARE -> 2;
            case GIVEN -> 3;
          };
      ints[19] = product.leftPower();
    }
    ints[20] = noise.isPresent() ? 1 : 0;
    ints[21] = noise.stream();
    ints[22] = plan.readout().converter().levels();
  }

  /** Whether sums of squares take a part in the readouts. */
  static boolean takesSquares(MatmulPlan plan) {
    ReceiverNoise noise = plan.readout().noise();
    return noise.left() > 0
        || noise.right() > 0
        || plan.weights().leaksLeft()
        || plan.weights().leaksRight();
  }

  private static double[] reals(MatmulPlan plan, int[] ints) {
    int inner = plan.shape().inner();
    int columns = plan.shape().columns();
    LevelTable left = plan.left().levels();
    LevelTable right = plan.right().levels();
    int size = LISTS + left.words() + right.words() + 2 * columns + 2 * inner;
    double[] reals = new double[size];
    operand(plan.left(), 0, reals);
    operand(plan.right(), 6, reals);
    ReceiverNoise noise = plan.readout().noise();
    reals[12] = noise.constant();
    reals[13] = noise.left();
    reals[14] = noise.right();
    reals[15] = noise.output();
    reals[16] = noise.product() == null ? 0 : noise.product().coefficient();
    reals[17] = noise.counts();
    reals[18] = plan.readout().converter().fullScale();
    ints[25] = LISTS;
    ints[26] = ints[25] + left.words();
    ints[27] = ints[26] + right.words();
    ints[28] = ints[27] + columns;
    ints[29] = ints[28] + columns;
    ints[30] = ints[29] + inner;
    for (int i = 0; i < left.words(); i++) {
      reals[ints[25] + i] = left.level(i);
    }
    for (int i = 0; i < right.words(); i++) {
      reals[ints[26] + i] = right.level(i);
    }
    for (int j = 0; j < columns; j++) {
      reals[ints[27] + j] = plan.readout().correction().gain(j);
      reals[ints[28] + j] = plan.readout().correction().offset(j);
    }
    for (int k = 0; k < inner; k++) {
      reals[ints[29] + k] = plan.weights().left(k);
      reals[ints[30] + k] = plan.weights().right(k);
    }
    return reals;
  }

  private static void operand(OperandEncoding encoding, int at, double[] reals) {
    OperandNoise noise = encoding.noise();
    reals[at] = noise.relative();
    reals[at + 1] = noise.additive();
    reals[at + 2] = noise.phaseOffset();
    reals[at + 3] = noise.phase();
    reals[at + 4] = encoding.memory().pole();
    reals[at + 5] = encoding.memory().skew();
  }

  private static void items(MatmulPlan plan, int[] ints) {
    MatmulShape shape = plan.shape();
    int matrices = shape.right().batch();
    int rows = shape.batch() * shape.rows();
    int columns = matrices * shape.columns();
    ints[ITEMS] = plan.left().memory().isPresent() ? rows : rows * shape.inner();
    ints[ITEMS + 1] = plan.right().memory().isPresent() ? columns : columns * shape.inner();
    ints[ITEMS + 2] = takesSquares(plan) ? (rows + columns) * plan.windows() : 0;
    int strips = (shape.rows() + SIDE - 1) / SIDE;
    ints[ITEMS + 3] = shape.batch() * strips * ((shape.columns() + SIDE - 1) / SIDE);
  }

  /** Work-items of the largest pass. */
  int most() {
    int most = 1;
    for (int pass = 0; pass < PASSES; pass++) {
      most = Math.max(most, ints[ITEMS + pass]);
    }
    return most;
  }

  long bytes() {
    return gains.bytes() + 8L * reals.length + 4L * ints.length + 8L * seeds.length;
  }
}
