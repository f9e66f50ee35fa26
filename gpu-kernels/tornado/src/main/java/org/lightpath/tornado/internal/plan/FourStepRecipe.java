package org.lightpath.tornado.internal.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lightpath.core.fft.UnitRoots;
import org.lightpath.core.field.FieldShape;
import org.lightpath.core.field.Precision;
import org.lightpath.core.plan.TransformPlan;
import org.lightpath.tornado.internal.kernel.KernelName;
import org.lightpath.tornado.internal.kernel.KernelPool;
import org.lightpath.tornado.internal.kernel.KernelSet;
import org.lightpath.tornado.internal.kernel.LocalMemory;

/** Fields too long for local memory: two launches, 4 T, for each linear operator. */
final class FourStepRecipe implements FieldKernels.Recipe {
  private static final int COLUMN_RADICES = 32;
  private static final int ROW_RADICES = 56;
  private static final int SLOTS = 80;

  private final FieldShape shape;
  private final Precision precision;
  private final DeviceFacts device;
  private final FourStepSplit split;
  private final int together;
  private final int operators;
  private final int rowsPerGroup;
  private final Tables tables = new Tables();
  private final int[] layout;

  private FourStepRecipe(
      TransformPlan transform, @Nullable Operators plan, FourStepSplit split, DeviceFacts device) {
    this.shape = transform.shape();
    this.precision = transform.precision();
    this.device = device;
    this.split = split;
    this.together = plan == null ? 1 : plan.together();
    this.operators = plan == null ? 0 : plan.count();
    this.rowsPerGroup = device.perGroup(lines(), LocalMemory.capacity(precision) / split.length());
    this.layout = new int[SLOTS + operators];
    fill(transform, plan);
  }

  static FourStepRecipe of(TransformPlan plan, FourStepSplit split, DeviceFacts device) {
    return new FourStepRecipe(plan, null, split, device);
  }

  static FourStepRecipe of(Operators plan, FourStepSplit split, DeviceFacts device) {
    TransformPlan forward =
        new TransformPlan(plan.shape(), plan.precision(), TransformPlan.Direction.FORWARD);
    return new FourStepRecipe(forward, plan, split, device);
  }

  /** Rows of all modes of all fields. */
  private int lines() {
    return shape.batch() * shape.modes() * split.height();
  }

  private void fill(TransformPlan transform, @Nullable Operators plan) {
    boolean reverse = transform.direction() == TransformPlan.Direction.INVERSE;
    Radices columns = Radices.of(split.height());
    Radices rows = Radices.of(split.length());
    double[] factors = factors();
    double gain = columns.gain(precision) * rows.gain(precision) * meanPower(factors);
    double end = plan != null ? plan.amplitude() : reverse ? 1.0 / shape.samples() : 1;
    int[] head = {
      split.height(),
      together,
      split.columns(),
      split.length(),
      columnItems(),
      operators,
      reverse ? 1 : 0,
      plan == null ? 1 : plan.rows(),
      shape.modes(),
      columns.radices().size(),
      tables.add(columns.roots(precision)),
      plan == null ? 0 : tables.add(spectra(plan, 1 / (shape.samples() * gain))),
      plan == null ? 0 : tables.add(plan.turns()),
      tables.add(end)
    };
    System.arraycopy(head, 0, layout, 0, head.length);
    int[] rest = {
      rows.radices().size(),
      tables.add(rows.roots(precision)),
      tables.add(factors),
      rowsPerGroup,
      rowItems(),
      lines()
    };
    System.arraycopy(rest, 0, layout, 20, rest.length);
    put(COLUMN_RADICES, columns.array());
    put(ROW_RADICES, rows.array());
    for (int i = 0; i < operators && plan != null; i++) {
      layout[SLOTS + i] = plan.slot(i);
    }
  }

  private void put(int at, int[] values) {
    System.arraycopy(values, 0, layout, at, values.length);
  }

  /** e^(−2πj k₁n₂/N), (k₁, n₂). */
  private double[] factors() {
    double[] factors = new double[2 * shape.samples()];
    int at = 0;
    for (long k = 0; k < split.height(); k++) {
      for (int n = 0; n < split.length(); n++) {
        double re = UnitRoots.cos(k * n, shape.samples());
        Radices.put(precision, re, -UnitRoots.sin(k * n, shape.samples()), factors, at);
        at += 2;
      }
    }
    return factors;
  }

  private static double meanPower(double[] numbers) {
    double sum = 0;
    for (double x : numbers) {
      sum += x * x;
    }
    return 2 * sum / numbers.length;
  }

  /** Factors of D in the order of the spectrum, (table, row, k₁, k₂). */
  private double[] spectra(Operators plan, double scale) {
    double[] spectra = new double[2 * plan.tables() * plan.rows() * shape.samples()];
    int at = 0;
    for (int table = 0; table < plan.tables(); table++) {
      for (int row = 0; row < plan.rows(); row++) {
        for (int low = 0; low < split.height(); low++) {
          for (int high = 0; high < split.length(); high++) {
            plan.factor(table, row, low + split.height() * high, scale, spectra, at);
            at += 2;
          }
        }
      }
    }
    return spectra;
  }

  private int columnItems() {
    return device.items(together * split.height() * split.columns() / 4);
  }

  private int rowItems() {
    return device.items(rowsPerGroup * split.length() / 4);
  }

  @Override
  public KernelSet.Key key() {
    int size = KernelPool.roomy(2 * shape.elements());
    boolean transform = operators == 0;
    return new KernelSet.Key(
        device.index(),
        precision,
        transform ? List.of(size, size) : List.of(size),
        1,
        KernelPool.roomy(tables.size()),
        KernelPool.roomy(layout.length),
        transform
            ? List.of(List.of(KernelName.COLUMNS, KernelName.BINS))
            : List.of(
                List.of(KernelName.RESET, KernelName.COLUMNS),
                List.of(KernelName.ROWS, KernelName.COLUMNS)));
  }

  @Override
  public void write(KernelSet kernels) {
    kernels.layout(0, layout);
    tables.writeTo(kernels.numbers());
  }

  @Override
  public List<KernelSet.Grid> grids() {
    int units = shape.batch() * shape.modes() / together;
    int blocks = units * Math.ceilDiv(split.length(), split.columns());
    int rows = Math.ceilDiv(lines(), rowsPerGroup);
    KernelSet.Grid columns = new KernelSet.Grid(0, KernelName.COLUMNS, blocks, columnItems());
    return operators == 0
        ? List.of(columns, new KernelSet.Grid(0, KernelName.BINS, rows, rowItems()))
        : List.of(
            new KernelSet.Grid(0, KernelName.RESET, 1, 1),
            columns,
            new KernelSet.Grid(1, KernelName.ROWS, rows, rowItems()),
            new KernelSet.Grid(1, KernelName.COLUMNS, blocks, columnItems()));
  }

  @Override
  public void run(KernelSet kernels) {
    kernels.run(0);
    for (int i = 0; i < operators; i++) {
      kernels.run(1);
    }
  }

  @Override
  public int result() {
    return operators == 0 ? 1 : 0;
  }
}
