package org.lightpath.opencl.internal;

import java.util.Objects;
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
 * The kernel of {@code matmul.cl} or {@code panels.cl}, built for a plan, with all that does not
 * change between runs.
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
  private final ProductTile tile;
  private final MatmulLayout layout;
  private final Kernel kernel;
  private final @Nullable DeviceBuffer seconds;
  private final @Nullable Kernel second;
  private final @Nullable ReceiveKernel receive;

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

  ProductKernel(Workbench bench, MatmulPlan plan, ProductTile tile, Inputs inputs, boolean host) {
    this.plan = plan;
    this.tile = tile;
    this.layout = MatmulLayout.of(plan, tile);
    boolean split = splits(plan, tile, host);
    String source = source(host, split, ReceiveKernel.segment(bench));
    DeviceBuffer corrections = isCorrected() ? corrections(bench) : inputs.clipped;
    DeviceBuffer receiver = bench.table(plan.precision(), receiver());
    this.kernel = bench.kernel(source, "product", tile.group());
    set(bench, kernel, inputs).set(7, corrections).set(8, receiver);
    this.seconds = split && hasSecond(plan) ? bench.allocate(secondBytes(plan)) : null;
    this.second = seconds == null ? null : second(bench, inputs, receiver, host);
    this.receive =
        split
            ? new ReceiveKernel(
                bench,
                source,
                plan,
                layout,
                inputs,
                new ReceiveKernel.Buffers(seconds, corrections, receiver))
            : null;
  }

  /** Sets what all launches have in common. */
  private Kernel set(Workbench bench, Kernel to, Inputs inputs) {
    MatmulShape shape = plan.shape();
    ReceiverNoise noise = plan.readout().noise();
    DeviceBuffer unused = inputs.clipped;
    return to.set(0, inputs.left)
        .set(1, inputs.right)
        .set(2, inputs.third == null ? unused : inputs.third)
        .set(4, inputs.leftNorms == null ? unused : inputs.leftNorms)
        .set(5, inputs.rightNorms == null ? unused : inputs.rightNorms)
        .set(6, plan.weights().isUnitProduct() ? unused : weights(bench))
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

  /** The second product in a launch of its own, of |a|^p and w. */
  private Kernel second(Workbench bench, Inputs inputs, DeviceBuffer receiver, boolean host) {
    ProductVariance product = Objects.requireNonNull(plan.readout().noise().product());
    LineSource text =
        tiled(host)
            .define("SPLIT")
            .define("LEFT_POWER", product.leftPower())
            .define("RIGHT_POWER", right(product));
    String source = product(text.file("normals").file("operand")).text();
    Kernel made = bench.kernel(source, "product", tile.group());
    set(bench, made, inputs).set(7, inputs.clipped).set(8, receiver);
    made.set(SCALE, 1, plan.precision())
        .set(SAMPLE, 0)
        .set(RESULT, Objects.requireNonNull(seconds));
    return inputs.third == null ? made : made.set(1, inputs.third);
  }

  /**
   * Whether the readout is a kernel of its own: on processors, where one with the product slows
   * both, for one window.
   */
  static boolean splits(MatmulPlan plan, ProductTile tile, boolean host) {
    return host && tile.readsBehind() && isReceived(plan) && hasOneWindow(plan);
  }

  /** Whether all of K is one readout. */
  static boolean hasOneWindow(MatmulPlan plan) {
    return MatmulLayout.window(plan) == plan.shape().inner();
  }

  private static boolean hasSecond(MatmulPlan plan) {
    return plan.readout().noise().product() != null;
  }

  /** What the sums of a second product take if they are a launch of their own [B]. */
  static long secondBytes(MatmulPlan plan) {
    return plan.shape().result().elements() * plan.precision().realBytes();
  }

  private static boolean isReceived(MatmulPlan plan) {
    return plan.readout().noise().isPresent()
        || plan.readout().converter().isPresent()
        || leaks(plan);
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
    int sets = 1 + (hasSecond(plan) ? 1 : 0) + (window < plan.shape().inner() ? 1 : 0);
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
    ProductVariance product = noise.product();
    Quantiser converter = plan.readout().converter();
    double scale = converter.fullScale();
    return new double[] {
      noise.constant(),
      noise.output(),
      product == null ? 0 : product.coefficient(),
      noise.counts(),
      scale,
      plan.precision() == Precision.SINGLE ? EncodedOperand.floor(scale) : scale,
      (converter.levels() - 1) / 2.0
    };
  }

  /** The head of a kernel's source, up to what is done with the sums. */
  private LineSource tiled(boolean host) {
    LineSource text =
        switch (tile) {
          case MatmulTile groups -> grouped(groups, host);
          case PanelTile panels ->
              new LineSource(plan.precision())
                  .define("ITEM_ROWS", panels.itemRows())
                  .define("VECTORS", panels.vectors())
                  .define("LANES", panels.lanes())
                  .define("PANELS", panels.panels())
                  .define("GROUP", panels.group());
        };
    if (plan.precision() == Precision.DOUBLE) {
      text.define("WIDE_NORMALS");
    }
    return text;
  }

  private LineSource grouped(MatmulTile groups, boolean host) {
    int vector = VECTOR_BYTES / plan.precision().realBytes();
    // Beside a second set of sums 128 registers are too few.
    boolean oneSet = demand(plan).sets() == 1;
    LineSource text =
        oneSet ? LineSource.sharing(plan.precision()) : new LineSource(plan.precision());
    if (groups.early()) {
      text.define("EARLY");
    }
    return text.define("LANE_ROWS", groups.laneRows())
        .define("LANE_COLUMNS", groups.laneColumns())
        .define("ITEM_ROWS", groups.itemRows())
        .define("ITEM_COLUMNS", groups.itemColumns())
        .define("ROW_VECTOR", Math.min(vector, groups.itemRows()))
        .define("COLUMN_VECTOR", Math.min(vector, groups.itemColumns()))
        .define("SLAB", groups.slab())
        .define("GROUP", groups.group())
        // A whole slab of multiplications is too much for the compilers of processors.
        .define(host ? "UNROLL_SLAB" : "UNROLL_SLAB UNROLL");
  }

  /** Adds the kernel and what it needs of a readout. */
  private LineSource product(LineSource text) {
    return tile instanceof PanelTile ? text.file("panels") : text.file("received").file("matmul");
  }

  private String source(boolean host, boolean split, int segment) {
    LineSource text = tiled(host);
    if (!plan.weights().isUnitProduct()) {
      text.define("WEIGHTED");
    }
    if (isCorrected()) {
      text.define("CORRECTED");
    }
    if (split) {
      text.define("SPLIT").define("SEGMENT", segment);
    } else if (isReceived(plan)) {
      text.define("RECEIVED");
    }
    describeReadout(text);
    ProductVariance product = plan.readout().noise().product();
    if (product != null && split) {
      text.define("SECONDS");
    } else if (product != null) {
      text.define("SECOND")
          .define("SECOND_POWER", product.leftPower())
          .define("SECOND_RIGHT", right(product));
    }
    text.file("normals").file("operand");
    text = plan.readout().noise().counts() > 0 ? text.file("poisson") : text;
    boolean panels = tile instanceof PanelTile;
    product(text);
    text = panels && split ? text.file("received") : text;
    return (split ? text.file("receive") : text).text();
  }

  private void describeReadout(LineSource text) {
    ReceiverNoise noise = plan.readout().noise();
    if (leaks(plan)) {
      text.define("OFFSET");
    }
    if (variesWithNorms(plan)) {
      text.define("VARIANCE");
    }
    if (layout.windows() > 1) {
      text.define("WINDOWS");
    }
    if (plan.readout().converter().isPresent()) {
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
  }

  private static int right(ProductVariance product) {
    return switch (product.right()) {
      case GIVEN -> 0;
      case ABSOLUTE -> 1;
      case SQUARE -> 2;
    };
  }

  /** Of the tile's kernel; that of the readout takes what any device has. */
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
    if (second != null) {
      second.launch(tile.groups(plan.shape()), bytes());
    }
    if (receive != null) {
      receive.enqueue(result, run);
    }
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
        tile.localNumbers(shape, plan.takesVariance() ? 3 : 2)
            * layout.paddedInner()
            * plan.precision().realBytes();
    ProgramCost cost = new ProgramCost(1, bytes(), 0, local, flops);
    if (second != null) {
      cost = cost.plus(new ProgramCost(1, bytes(), 0, local, 0));
    }
    return receive == null ? cost : cost.plus(receive.cost());
  }
}
