package org.lightpath.aparapi.internal;

/**
 * All passes of a plan, once, in one go.
 *
 * @param bench where
 * @param tables what
 * @param items work-items of the largest pass
 */
record OnePass(FieldBench bench, FieldTables tables, int items) implements FieldWork {
  @Override
  public void run(Mirror field) {
    if (tables.plan().length >= Pass.INTS) {
      bench.run(field, tables, 0, tables.period(), items);
    }
  }

  @Override
  public long bytes() {
    return tables.bytes();
  }
}
