package org.lightpath.aparapi.internal;

/**
 * What a field program is made of. Passes repeat with a period (a step of a propagation); pass p is
 * line p mod period of the plan in step p / period.
 */
final class FieldTables {
  private final Reals roots;
  private final Reals tables;
  private final Reals scalars;
  private final int[] plan;
  private final long[] seeds;
  private final int[] steps;
  private final int period;

  FieldTables(TableParts parts) {
    this.roots = parts.roots();
    this.tables = parts.tables();
    this.scalars = parts.scalars();
    this.plan = parts.plan();
    this.seeds = parts.seeds();
    this.steps = parts.steps();
    this.period = Math.max(1, parts.passes().size());
  }

  /** The factors e^(−2πjk/N), as (re, im). */
  Reals roots() {
    return roots;
  }

  /** Transfer functions or blocks of meshes. */
  Reals tables() {
    return tables;
  }

  /** Numbers that passes refer to. */
  Reals scalars() {
    return scalars;
  }

  /** {@link Pass#INTS} numbers for each pass of a period. */
  int[] plan() {
    return plan;
  }

  /** Seeds of the fields. */
  long[] seeds() {
    return seeds;
  }

  /** Place of the transfer function of each step, in complex numbers. */
  int[] steps() {
    return steps;
  }

  /** Passes of a step. */
  int period() {
    return period;
  }

  /** Memory of all of them [B]. */
  long bytes() {
    return roots.bytes()
        + tables.bytes()
        + scalars.bytes()
        + 4L * plan.length
        + 8L * seeds.length
        + 4L * steps.length;
  }
}
