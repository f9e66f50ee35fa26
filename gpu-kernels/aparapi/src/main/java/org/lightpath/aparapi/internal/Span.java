package org.lightpath.aparapi.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lightpath.core.field.FieldShape;
import org.lightpath.core.plan.KerrNonlinearity;
import org.lightpath.core.plan.PropagationPlan;

/**
 * A whole stretch: in step s the rotation of step s − 1, then linear operator s. Transfer functions
 * of as many steps as fit are on the device at a time.
 */
final class Span implements FieldWork {
  /** Passes of one call: the collector waits for it. */
  private static final int MOST_PASSES = 4096;

  private static final long MOST_TABLE_BYTES = 256L << 20;

  private final FieldBench bench;
  private final PropagationPlan plan;
  private final Places places;
  private final FieldBench.Extent extent;
  private final FieldTables tables;
  private final List<Stretch> stretches;
  private final int capacity;
  private final double gain;
  private final double excess;
  private final LostRounding lost;
  private int held = -1;

  /** Where a transfer function differs: its length, and that the last one makes up for others. */
  private record Key(double length, boolean last) {}

  /** What is where. */
  private record Places(int tableNumbers, int stride) {}

  Span(FieldBench bench, PropagationPlan plan) {
    this.bench = bench;
    this.plan = plan;
    FieldShape shape = bench.covered(plan.shape());
    int rows = plan.dispersion().rows();
    this.places = new Places(2 * rows * shape.samples(), rows == 1 ? 0 : shape.samples());
    long each = (long) places.tableNumbers * plan.precision().realBytes();
    Map<Key, Integer> distinct = new LinkedHashMap<>();
    for (int s = 0; s < plan.linearOperations(); s++) {
      distinct.putIfAbsent(key(s), distinct.size());
    }
    this.capacity = Math.clamp(MOST_TABLE_BYTES / each, 1, distinct.size());
    TableParts parts = new TableParts(plan.precision());
    Stages stages = new Stages(shape);
    Reals roots = stages.roots(plan.precision());
    this.gain = stages.gain(roots, plan.precision());
    this.excess = plan.linearOperations() * stages.excess(roots, plan.precision());
    this.lost = new LostRounding(plan, shape.samples() * gain);
    parts
        .roots(roots)
        .tables(Reals.allocate(plan.precision(), (long) capacity * places.tableNumbers))
        .steps(new int[plan.linearOperations()])
        .scalars(scalars());
    int weights = plan.steps().steps() + 1;
    parts
        .passes()
        .add(
            new Pass(Pass.ROTATE, Pass.IN_PLACE, shape.batch() * shape.samples())
                .extents(shape.samples(), shape.modes())
                .scalar(0)
                .set(10, weights)
                .set(11, plan.nonlinearity().gammas() == 1 ? 0 : 1)
                .set(12, plan.nonlinearity() instanceof KerrNonlinearity.Manakov ? 1 : 0)
                .set(13, 1));
    SimplePlans.appendLinear(parts.passes(), stages, shape, Pass.TABLE_OF_STEP, places.stride);
    this.extent = new FieldBench.Extent(plan.shape(), parts.items());
    this.tables = bench.build(parts, plan.shape());
    this.stretches = stretches();
  }

  private Key key(int s) {
    return new Key(plan.linearLength(s), s == plan.steps().steps());
  }

  /** Effective lengths, the first for a rotation that is left out; then γ c of the fields. */
  private double[] scalars() {
    double[] lengths = plan.effectiveLengths();
    double[] all = new double[lengths.length + 1 + plan.nonlinearity().gammas()];
    System.arraycopy(lengths, 0, all, 1, lengths.length);
    for (int b = 0; b < plan.nonlinearity().gammas(); b++) {
      all[lengths.length + 1 + b] = plan.nonlinearity().gamma(b) * plan.nonlinearity().factor();
    }
    return all;
  }

  /** Steps whose transfer functions are on the device together. */
  private record Stretch(int from, int end, Map<Key, Integer> slots) {}

  private List<Stretch> stretches() {
    List<Stretch> all = new ArrayList<>();
    Map<Key, Integer> slots = new LinkedHashMap<>();
    int from = 0;
    for (int s = 0; s < plan.linearOperations(); s++) {
      if (!slots.containsKey(key(s)) && slots.size() == capacity) {
        all.add(new Stretch(from, s, slots));
        slots = new LinkedHashMap<>();
        from = s;
      }
      int next = slots.size();
      tables.steps()[s] = slots.computeIfAbsent(key(s), _ -> next) * places.tableNumbers / 2;
    }
    all.add(new Stretch(from, plan.linearOperations(), slots));
    return all;
  }

  @Override
  public void run(Mirror field) {
    for (Stretch stretch : stretches) {
      if (held != stretch.from) {
        stretch.slots.forEach(this::make);
        bench.forgetTables();
        held = stretch.from;
      }
      cross(field, stretch.from, stretch.end);
    }
  }

  private void make(Key key, int slot) {
    int n = plan.shape().samples();
    double scale = (key.last ? plan.finalAmplitude() : 1) / (n * gain);
    int at = slot * places.tableNumbers;
    for (int row = 0; row < plan.dispersion().rows(); row++) {
      for (int k = 0; k < n; k++) {
        double phase = -plan.dispersion().beta(row, k) * key.length;
        double size = scale;
        if (key.last) {
          phase += lost.phase(row * n + k);
          size *= 1 + lost.size(row * n + k) - excess;
        }
        tables.tables().setComplex(at, size * Math.cos(phase), size * Math.sin(phase));
        at += 2;
      }
    }
  }

  private void cross(Mirror field, int from, int end) {
    int chunk = Math.max(1, MOST_PASSES / tables.period());
    for (int s = from; s < end; s += chunk) {
      int first = s * tables.period() + (s == 0 ? 1 : 0);
      int last = Math.min(end, s + chunk) * tables.period();
      bench.run(field, tables, extent, first, last - first);
    }
  }

  @Override
  public long bytes() {
    return tables.bytes();
  }
}
