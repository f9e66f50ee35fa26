package org.lightpath.aparapi.internal;

import org.lightpath.core.field.FieldShape;

/** All passes of a plan, once, in one go. */
final class OnePass implements FieldWork {
  private final FieldBench bench;
  private final FieldTables tables;
  private final FieldBench.Extent extent;
  private final int passes;

  OnePass(FieldBench bench, FieldShape shape, TableParts parts) {
    this.bench = bench;
    this.passes = parts.passes().size();
    this.extent = new FieldBench.Extent(shape, parts.items());
    this.tables = bench.build(parts, shape);
  }

  @Override
  public void run(Mirror field) {
    if (passes > 0) {
      bench.run(field, tables, extent, 0, passes);
    }
  }

  @Override
  public long bytes() {
    return tables.bytes();
  }
}
