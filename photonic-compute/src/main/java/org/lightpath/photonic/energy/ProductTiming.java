package org.lightpath.photonic.energy;

/**
 * Time and use of a core for one product C[M,N] = A[M,K] B[K,N], output-stationary: blocks of H × W
 * outputs, N_λ terms a cycle.
 *
 * <p>cycles = ⌈M/H⌉ ⌈N/W⌉ ⌈K/N_λ⌉ over the cores, rounded up; time = cycles / clock. Loading of
 * operands is taken to keep up, and the time of flight is left out.
 *
 * @param cycles of the clock
 * @param seconds time [s]
 * @param utilisation multiply–accumulates of the product over those of the core in that time
 */
public record ProductTiming(long cycles, double seconds, double utilisation) {
  /** Timing of a product of M = rows, N = columns, K = inner. */
  public static ProductTiming of(CoreDesign design, int rows, int columns, int inner) {
    TileShape tile = design.array().tile();
    long blocks =
        (long) ceil(rows, tile.rows())
            * ceil(columns, tile.columns())
            * ceil(inner, tile.wavelengths());
    long cycles = (blocks + design.array().cores() - 1) / design.array().cores();
    double possible = cycles * design.array().cores() * tile.macsPerCycle();
    return new ProductTiming(
        cycles, cycles / design.operation().clock(), (double) rows * columns * inner / possible);
  }

  private static int ceil(int total, int part) {
    return (total + part - 1) / part;
  }
}
