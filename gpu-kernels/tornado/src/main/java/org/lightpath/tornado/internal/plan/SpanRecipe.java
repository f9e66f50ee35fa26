package org.lightpath.tornado.internal.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lightpath.core.field.FieldShape;
import org.lightpath.core.field.Precision;
import org.lightpath.core.plan.TransformPlan;
import org.lightpath.tornado.internal.kernel.KernelName;
import org.lightpath.tornado.internal.kernel.KernelPool;
import org.lightpath.tornado.internal.kernel.KernelSet;
import org.lightpath.tornado.internal.kernel.LocalMemory;

/** A whole plan in local memory, in one launch. */
final class SpanRecipe implements FieldKernels.Recipe {
  private static final int RADICES = 16;
  private static final int SLOTS = 48;

  private final FieldShape shape;
  private final Precision precision;
  private final DeviceFacts device;
  private final int together;
  private final int perGroup;
  private final int items;
  private final Tables tables = new Tables();
  private final int[] layout;

  private SpanRecipe(
      FieldShape shape, Precision precision, int together, DeviceFacts device, int slots) {
    this.shape = shape;
    this.precision = precision;
    this.device = device;
    this.together = together;
    int unit = together * shape.samples();
    this.perGroup = device.perGroup(units(), LocalMemory.capacity(precision) / unit);
    this.items = device.items(perGroup * unit / 4);
    this.layout = new int[SLOTS + slots];
  }

  /** Whether the modes that turn together fit local memory. */
  static boolean fits(FieldShape shape, Precision precision, int together) {
    return (long) together * shape.samples() <= LocalMemory.capacity(precision);
  }

  static SpanRecipe of(TransformPlan plan, DeviceFacts device) {
    SpanRecipe recipe = new SpanRecipe(plan.shape(), plan.precision(), 1, device, 0);
    boolean reverse = plan.direction() == TransformPlan.Direction.INVERSE;
    recipe.fill(null, reverse ? 1.0 / plan.shape().samples() : 1);
    recipe.layout[6] = reverse ? 1 : 0;
    return recipe;
  }

  static SpanRecipe of(Operators operators, DeviceFacts device) {
    SpanRecipe recipe =
        new SpanRecipe(
            operators.shape(),
            operators.precision(),
            operators.together(),
            device,
            operators.count());
    recipe.fill(operators, operators.amplitude());
    for (int i = 0; i < operators.count(); i++) {
      recipe.layout[SLOTS + i] = operators.slot(i);
    }
    return recipe;
  }

  private int units() {
    return shape.batch() * shape.modes() / together;
  }

  private void fill(@Nullable Operators operators, double scale) {
    Radices radices = Radices.of(shape.samples());
    int[] head = {
      shape.samples(),
      together,
      perGroup,
      units(),
      items,
      operators == null ? 0 : operators.count(),
      0,
      operators == null ? 1 : operators.rows(),
      shape.modes(),
      radices.radices().size(),
      tables.add(radices.roots(precision)),
      operators == null ? 0 : tables.add(factors(operators, radices)),
      operators == null ? 0 : tables.add(operators.turns()),
      tables.add(scale)
    };
    System.arraycopy(head, 0, layout, 0, head.length);
    int[] passes = radices.array();
    System.arraycopy(passes, 0, layout, RADICES, passes.length);
  }

  /** Factors (table, row, bin), with the 1/N of the inverse transform. */
  private double[] factors(Operators operators, Radices radices) {
    int samples = shape.samples();
    double scale = 1 / (samples * radices.gain(precision));
    double[] factors = new double[2 * operators.tables() * operators.rows() * samples];
    int at = 0;
    for (int table = 0; table < operators.tables(); table++) {
      for (int row = 0; row < operators.rows(); row++) {
        for (int bin = 0; bin < samples; bin++) {
          operators.factor(table, row, bin, scale, factors, at);
          at += 2;
        }
      }
    }
    return factors;
  }

  @Override
  public KernelSet.Key key() {
    return new KernelSet.Key(
        device.index(),
        precision,
        List.of(KernelPool.roomy(2 * shape.elements())),
        1,
        KernelPool.roomy(tables.size()),
        KernelPool.roomy(layout.length),
        List.of(List.of(KernelName.SPAN)));
  }

  @Override
  public void write(KernelSet kernels) {
    kernels.layout(0, layout);
    tables.writeTo(kernels.numbers());
  }

  @Override
  public List<KernelSet.Grid> grids() {
    int groups = Math.ceilDiv(units(), perGroup);
    return List.of(new KernelSet.Grid(0, KernelName.SPAN, groups, items));
  }

  @Override
  public void run(KernelSet kernels) {
    kernels.run(0);
  }
}
