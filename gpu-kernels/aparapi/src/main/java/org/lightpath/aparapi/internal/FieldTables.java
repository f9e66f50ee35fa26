package org.lightpath.aparapi.internal;

/**
 * What a field program is made of. Passes repeat with a period (a step of a propagation); pass p is
 * line p mod period of the plan in step p / period.
 *
 * @param roots e^(−2πjk/N), as (re, im)
 * @param tables transfer functions or blocks of meshes
 * @param scalars numbers that passes refer to
 * @param plan {@link Pass#INTS} numbers for each pass of a period
 * @param seeds of the fields
 * @param steps place of the transfer function of each step, in complex numbers
 * @param period passes of a step
 */
record FieldTables(
    Reals roots, Reals tables, Reals scalars, int[] plan, long[] seeds, int[] steps, int period) {
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
