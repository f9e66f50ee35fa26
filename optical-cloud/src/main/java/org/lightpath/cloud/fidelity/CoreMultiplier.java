package org.lightpath.cloud.fidelity;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lightpath.cloud.fidelity.DeviceMatrices.Filler;
import org.lightpath.cloud.fidelity.DeviceMatrices.Role;
import org.lightpath.cloud.product.Operand;
import org.lightpath.cloud.product.Product;
import org.lightpath.core.engine.DeviceMatrix;
import org.lightpath.core.engine.Engine;
import org.lightpath.core.engine.MatmulCounts;
import org.lightpath.core.engine.MatmulOperands;
import org.lightpath.core.engine.MatmulRun;
import org.lightpath.core.field.MatrixShape;
import org.lightpath.core.field.RealMatrix;
import org.lightpath.core.plan.MatmulPlan;
import org.lightpath.core.plan.MatmulShape;
import org.lightpath.photonic.core.PreparedProduct;
import org.lightpath.photonic.core.RightOperand;

/**
 * Products by a core's equations, one plan for each site and shape: levels {@code behavioural} and
 * {@code ideal}.
 *
 * <p>Values are divided by their full scales and clipped, modulated, multiplied with the core's
 * noise, read in windows of the integration length, converted, added and multiplied back. Where
 * there are no calibrated {@link OperandScales}, each product has the scales of its own values, and
 * the converter's range follows from the first product of a site. Constant operands, plans and
 * programs are kept.
 */
public final class CoreMultiplier implements CountingMultiplier {
  /** Shapes of one site whose programs are kept. */
  private static final int SHAPES = 4;

  private final Engine engine;
  private final CoreSettings settings;
  private final Staging staging;
  private final DeviceMatrices matrices;
  private final StreamMemory memory;
  private float[] remembered = {};
  private final Map<Integer, SiteState> sites = new HashMap<>();

  /** What is kept of one site. */
  private static final class SiteState {
    final SiteScales scales;
    final boolean calibrated;
    final Recent<MatmulShape, CoreProgram> programs;
    MatmulCounts evicted = new MatmulCounts(0, 0, 0, 0);
    @Nullable ProductScales constant;
    @Nullable RightOperand realised;

    SiteState(SiteScales scales, boolean calibrated) {
      this.scales = scales;
      this.calibrated = calibrated;
      this.programs = new Recent<>(SHAPES, this::retire);
    }

    private void retire(CoreProgram program) {
      program.close();
      evicted = CoreProgram.plus(evicted, program.counts());
    }
  }

  /**
   * Prepares nothing yet.
   *
   * @param engine what computes; stays open
   * @param settings core, light, scaling
   */
  public CoreMultiplier(Engine engine, CoreSettings settings) {
    this.engine = engine;
    this.settings = settings;
    this.staging = new Staging(settings.precision());
    this.matrices = new DeviceMatrices(engine, settings.precision());
    this.memory = settings.joint().streamMemory();
  }

  /** What was asked for. */
  public CoreSettings settings() {
    return settings;
  }

  @Override
  public void multiply(Product product, int sample) {
    SiteState state = sites.computeIfAbsent(product.site().index(), _ -> firstSeen(product));
    ProductScales scales = scales(state, product);
    CoreProgram program =
        state.programs.get(
            product.shape(),
            shape ->
                new CoreProgram(engine, settings, product.site().index(), shape, state.scales));
    PreparedProduct prepared = program.prepared();
    DeviceMatrix left = left(product, prepared, scales);
    DeviceMatrix right;
    MatmulPlan plan;
    DeviceMatrix variance = null;
    if (prepared.rightIsDirect()) {
      right = right(product, scales);
      plan = prepared.plan();
    } else {
      RightOperand realised = realised(state, product, prepared, scales);
      right = deviceOf(product, product.right(), realised.values(), Role.RIGHT);
      RealMatrix given = realised.variance();
      variance = given == null ? null : deviceOf(product, product.right(), given, Role.VARIANCE);
      plan = prepared.plan(realised);
    }
    DeviceMatrix result = matrices.shared(Role.RESULT, plan.shape().result());
    double leftScale = prepared.leftIsDirect() ? scales.left() : 1;
    boolean asItIs = prepared.rightIsDirect() && !settings.joint().hasMemory();
    double rightScale = asItIs ? scales.right() : 1;
    program
        .program(plan)
        .run(
            new MatmulOperands(left, right, variance, result),
            new MatmulRun(leftScale, rightScale, sample));
    double rest = scales.left() * scales.right() / (leftScale * rightScale);
    staging.download(result, product.result(), times(scales.rows(), rest), scales.columns());
  }

  private SiteState firstSeen(Product product) {
    return settings
        .scales()
        .of(product.site().index())
        .map(known -> new SiteState(known, true))
        .orElseGet(
            () -> {
              ProductScales own = ProductScales.of(product, settings.scaling(), null);
              return new SiteState(
                  new SiteScales(own.left(), own.right(), own.statistics(product), 0, 0), false);
            });
  }

  /** Scales of a product; found once where both operands are constant or calibrated. */
  private ProductScales scales(SiteState state, Product product) {
    SiteScales known = state.calibrated ? state.scales : null;
    ProductScales before = state.constant;
    ProductScales now = ProductScales.of(product, settings.scaling(), known, before);
    state.constant = now;
    return now;
  }

  private static float @Nullable [] times(float @Nullable [] rows, double factor) {
    if (factor == 1) {
      return rows;
    }
    float[] result = rows == null ? new float[] {1} : rows.clone();
    for (int i = 0; i < result.length; i++) {
      result[i] *= (float) factor;
    }
    return result;
  }

  private DeviceMatrix left(Product product, PreparedProduct prepared, ProductScales scales) {
    MatrixShape shape = product.shape().left();
    float[] rows = scales.rows() == null ? null : FullScales.reciprocals(scales.rows());
    if (prepared.leftIsDirect()) {
      return operand(product, product.left(), Role.LEFT, shape, new Factors(rows, null));
    }
    float[] each = rows == null ? new float[] {(float) (1 / scales.left())} : rows;
    float[] values = staging.scale(product.left().values(), shape, each, null);
    try (RealMatrix transformed = prepared.left(staging.host(values, shape))) {
      return deviceOf(product, product.left(), transformed, Role.LEFT);
    }
  }

  private DeviceMatrix right(Product product, ProductScales scales) {
    if (settings.joint().hasMemory()) {
      return remembered(product, scales);
    }
    float[] own = scales.columns() == null ? null : FullScales.reciprocals(scales.columns());
    boolean transposed = product.shape().transposedRight();
    Factors factors = new Factors(transposed ? own : null, transposed ? null : own);
    return operand(product, product.right(), Role.RIGHT, product.shape().right(), factors);
  }

  /** The right operand behind converter and memory, in units of the full scale. */
  private DeviceMatrix remembered(Product product, ProductScales scales) {
    MatrixShape shape = product.shape().right();
    Operand operand = product.right();
    Filler filler = matrix -> staging.upload(rememberedValues(product, scales), matrix);
    if (operand.constant()) {
      return matrices.constant(product.site().index(), Role.RIGHT, shape, operand.values(), filler);
    }
    DeviceMatrix matrix = matrices.shared(Role.RIGHT, shape);
    filler.fill(matrix);
    return matrix;
  }

  /** Valid until the next use. */
  private float[] rememberedValues(Product product, ProductScales scales) {
    int length = product.right().values().length;
    if (remembered.length < length) {
      remembered = new float[length];
    }
    MatmulShape shape = product.shape();
    memory.apply(
        scaledRight(product, scales),
        remembered,
        new StreamMemory.Extents(shape.columns(), shape.inner(), shape.transposedRight()),
        length);
    return remembered;
  }

  /** B over its scales; valid until the next use of the staging. */
  private float[] scaledRight(Product product, ProductScales scales) {
    float[] own = scales.columns() == null ? null : FullScales.reciprocals(scales.columns());
    boolean transposed = product.shape().transposedRight();
    float[] whole = own == null ? new float[] {(float) (1 / scales.right())} : null;
    return staging.scale(
        product.right().values(),
        product.shape().right(),
        whole != null ? whole : transposed ? own : null,
        transposed ? null : own);
  }

  /** Factors of the rows and columns of an operand as it is stored. */
  @SuppressWarnings("ArrayRecordComponent") // handed over, never compared
  private record Factors(float @Nullable [] rows, float @Nullable [] columns) {}

  private DeviceMatrix operand(
      Product product, Operand operand, Role role, MatrixShape shape, Factors factors) {
    float[] values = operand.values();
    Filler filler =
        matrix ->
            staging.upload(
                factors.rows == null && factors.columns == null
                    ? values
                    : staging.scale(values, shape, factors.rows, factors.columns),
                matrix);
    if (operand.constant()) {
      return matrices.constant(product.site().index(), role, shape, values, filler);
    }
    DeviceMatrix matrix = matrices.shared(role, shape);
    filler.fill(matrix);
    return matrix;
  }

  /** A right operand that the host prepares: once if it is constant. */
  private RightOperand realised(
      SiteState state, Product product, PreparedProduct prepared, ProductScales scales) {
    RightOperand known = state.realised;
    if (known != null && product.right().constant()) {
      return known;
    }
    if (known != null) {
      known.close();
    }
    float[] values =
        settings.joint().hasMemory()
            ? rememberedValues(product, scales)
            : scaledRight(product, scales);
    MatrixShape shape = product.shape().right();
    RightOperand made = prepared.right(staging.host(values, shape));
    state.realised = made;
    return made;
  }

  private DeviceMatrix deviceOf(Product product, Operand operand, RealMatrix matrix, Role role) {
    if (operand.constant()) {
      return matrices.constant(
          product.site().index(),
          role,
          matrix.shape(),
          operand.values(),
          device -> device.upload(matrix));
    }
    DeviceMatrix device = matrices.shared(role, matrix.shape());
    device.upload(matrix);
    return device;
  }

  @Override
  public MatmulCounts counts(int site) {
    SiteState state = sites.get(site);
    MatmulCounts sum = new MatmulCounts(0, 0, 0, 0);
    if (state == null) {
      return sum;
    }
    sum = CoreProgram.plus(sum, state.evicted);
    for (CoreProgram program : state.programs.values()) {
      sum = CoreProgram.plus(sum, program.counts());
    }
    return sum;
  }

  @Override
  public void close() {
    for (SiteState state : sites.values()) {
      state.programs.close();
      RightOperand realised = state.realised;
      if (realised != null) {
        realised.close();
      }
    }
    sites.clear();
    matrices.close();
    staging.close();
  }
}
