package org.lightpath.opencl.internal;

import org.jspecify.annotations.Nullable;
import org.lightpath.core.engine.MatmulRun;
import org.lightpath.core.engine.ProgramCost;
import org.lightpath.core.field.Precision;
import org.lightpath.core.plan.ColumnCorrection;
import org.lightpath.core.plan.InnerWeights;
import org.lightpath.core.plan.MatmulPlan;
import org.lightpath.core.plan.MatmulShape;
import org.lightpath.core.plan.ProductVariance;
import org.lightpath.core.plan.Quantiser;
import org.lightpath.core.plan.ReceiverNoise;

/**
 * The kernel of {@code matmul.cl}, built for a plan, with all that does not change between runs.
 */
final class ProductKernel {
  private static final int RESULT = 3;
  private static final int SCALE = 20;
  private static final int SAMPLE = 21;
  private static final int VECTOR_BYTES = 16;

  /** Philox and Box–Muller. */
  private static final double NORMAL_FLOPS = 140;

  private static final double READOUT_FLOPS = 10;

  private final MatmulPlan plan;
  private final MatmulTile tile;
  private final MatmulLayout layout;
  private final Kernel kernel;

  /**
   * What the kernel reads.
   *
   * @param left encoded A
   * @param right encoded B
   * @param third w of the second product; null if it is made of B, or there is none
   * @param leftNorms of A; null if not needed
   * @param rightNorms of B; null if not needed
   * @param clipped counter of the converter
   */
  record Inputs(
      DeviceBuffer left,
      DeviceBuffer right,
      @Nullable DeviceBuffer third,
      @Nullable DeviceBuffer leftNorms,
      @Nullable DeviceBuffer rightNorms,
      DeviceBuffer clipped) {}

  ProductKernel(Workbench bench, MatmulPlan plan, MatmulTile tile, Inputs inputs, boolean host) {
    this.plan = plan;
    this.tile = tile;
    this.layout = MatmulLayout.of(plan, tile);
    this.kernel = bench.kernel(source(host), "product", tile.group());
    MatmulShape shape = plan.shape();
    ReceiverNoise noise = plan.readout().noise();
    DeviceBuffer unused = inputs.clipped;
    kernel
        .set(0, inputs.left)
        .set(1, inputs.right)
        .set(2, inputs.third == null ? unused : inputs.third)
        .set(4, inputs.leftNorms == null ? unused : inputs.leftNorms)
        .set(5, inputs.rightNorms == null ? unused : inputs.rightNorms)
        .set(6, plan.weights().isUnitProduct() ? unused : weights(bench))
        .set(7, isCorrected() ? corrections(bench) : unused)
        .set(8, bench.table(plan.precision(), receiver()))
        .set(9, inputs.clipped)
        .set(10, shape.rows())
        .set(11, shape.columns())
        .set(12, layout.paddedRows())
        .set(13, layout.paddedColumns())
        .set(14, layout.paddedInner())
        .set(15, layout.windows())
        .set(16, shape.batch())
        .set(17, shape.sharedRight() ? 1 : 0)
        .set(18, noise.seed())
        .set(19, noise.stream());
  }

  /** Whether squares of the operands add to the sum. */
  static boolean leaks(MatmulPlan plan) {
    return plan.weights().leaksLeft() || plan.weights().leaksRight();
  }

  /** Whether norms add to the variance. */
  static boolean variesWithNorms(MatmulPlan plan) {
    ReceiverNoise noise = plan.readout().noise();
    return noise.left() > 0 || noise.right() > 0;
  }

  /** What a plan asks of a tile. */
  static MatmulTile.Demand demand(MatmulPlan plan) {
    int window = MatmulLayout.window(plan);
    ProductVariance second = plan.readout().noise().product();
    int sets = 1 + (second == null ? 0 : 1) + (window < plan.shape().inner() ? 1 : 0);
    return new MatmulTile.Demand(plan.shape(), window, sets, plan.takesVariance() ? 3 : 2);
  }

  private boolean isCorrected() {
    return !plan.readout().correction().equals(ColumnCorrection.NONE);
  }

  private DeviceBuffer weights(Workbench bench) {
    InnerWeights weights = plan.weights();
    return bench.table(plan.precision(), layout.spread(plan.shape().inner(), weights::product));
  }

  private DeviceBuffer corrections(Workbench bench) {
    ColumnCorrection correction = plan.readout().correction();
    HostTable table = new HostTable(plan.precision(), plan.shape().columns());
    for (int j = 0; j < table.count(); j++) {
      table.put(j, correction.gain(j), correction.offset(j));
    }
    return bench.table(table);
  }

  /** In the order of the structure in {@code matmul.cl}. */
  private double[] receiver() {
    ReceiverNoise noise = plan.readout().noise();
    ProductVariance second = noise.product();
    Quantiser converter = plan.readout().converter();
    double scale = converter.fullScale();
    return new double[] {
      noise.constant(),
      noise.output(),
      second == null ? 0 : second.coefficient(),
      noise.counts(),
      scale,
      plan.precision() == Precision.SINGLE ? EncodedOperand.floor(scale) : scale,
      (converter.levels() - 1) / 2.0
    };
  }

  private String source(boolean host) {
    int vector = VECTOR_BYTES / plan.precision().realBytes();
    LineSource text =
        new LineSource(plan.precision())
            .define("LANE_ROWS", tile.laneRows())
            .define("LANE_COLUMNS", tile.laneColumns())
            .define("ITEM_ROWS", tile.itemRows())
            .define("ITEM_COLUMNS", tile.itemColumns())
            .define("ROW_VECTOR", Math.min(vector, tile.itemRows()))
            .define("COLUMN_VECTOR", Math.min(vector, tile.itemColumns()))
            .define("SLAB", tile.slab())
            .define("GROUP", tile.group());
    // A whole slab of multiplications is too much for the compilers of processors.
    text.define(host ? "UNROLL_SLAB" : "UNROLL_SLAB UNROLL");
    if (plan.precision() == Precision.DOUBLE) {
      text.define("WIDE_NORMALS");
    }
    if (!plan.weights().isUnitProduct()) {
      text.define("WEIGHTED");
    }
    if (isCorrected()) {
      text.define("CORRECTED");
    }
    describeReadout(text);
    text.file("normals").file("operand");
    return (plan.readout().noise().counts() > 0 ? text.file("poisson") : text)
        .file("matmul")
        .text();
  }

  private void describeReadout(LineSource text) {
    ReceiverNoise noise = plan.readout().noise();
    boolean converted = plan.readout().converter().isPresent();
    if (noise.isPresent() || converted || leaks(plan)) {
      text.define("RECEIVED");
    }
    if (leaks(plan)) {
      text.define("OFFSET");
    }
    if (variesWithNorms(plan)) {
      text.define("VARIANCE");
    }
    if (layout.windows() > 1) {
      text.define("WINDOWS");
    }
    if (converted) {
      text.define("CONVERTER");
    }
    if (noise.isPresent()) {
      describe(text, noise);
    }
  }

  private static void describe(LineSource text, ReceiverNoise noise) {
    text.define("NOISE");
    if (noise.counts() > 0) {
      text.define("COUNTED");
    }
    if (noise.counts() == 0 || noise.constant() > 0 || noise.output() > 0) {
      text.define("NORMAL");
    }
    ProductVariance second = noise.product();
    if (second != null) {
      int right =
          switch (second.right()) {
            case GIVEN -> 0;
            case ABSOLUTE -> 1;
            case SQUARE -> 2;
          };
      text.define("SECOND")
          .define("SECOND_POWER", second.leftPower())
          .define("SECOND_RIGHT", right);
    }
  }

  int largestGroup() {
    return kernel.largestGroup();
  }

  /** Enqueues the product of what has been encoded. */
  void enqueue(DeviceBuffer result, MatmulRun run) {
    kernel
        .set(RESULT, result)
        .set(SCALE, run.leftScale() * run.rightScale(), plan.precision())
        .set(SAMPLE, run.sample())
        .launch(tile.groups(plan.shape()), bytes());
  }

  /** Operands and result, each once [B]. */
  private long bytes() {
    MatmulShape shape = plan.shape();
    long right = shape.right().elements() * (plan.takesVariance() ? 2 : 1);
    long numbers = shape.left().elements() + right + shape.result().elements();
    return numbers * plan.precision().realBytes();
  }

  ProgramCost cost() {
    MatmulShape shape = plan.shape();
    ReceiverNoise noise = plan.readout().noise();
    double readouts = (double) layout.windows() * shape.result().elements();
    double each = (noise.isPresent() ? NORMAL_FLOPS : 0) + READOUT_FLOPS;
    double flops = 2.0 * (noise.product() == null ? 1 : 2) * shape.macs() + each * readouts;
    double local =
        tile.localNumbers(plan.takesVariance() ? 3 : 2)
            * layout.paddedInner()
            * tile.groups(shape)
            * plan.precision().realBytes();
    return new ProgramCost(1, bytes(), 0, local, flops);
  }
}
