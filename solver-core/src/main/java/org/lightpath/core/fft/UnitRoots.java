package org.lightpath.core.fft;

/** cos and sin of 2πk/N, reduced to the first octant first so that symmetric roots are equal. */
public final class UnitRoots {
  private UnitRoots() {}

  /** cos(2πk/N) for 0 ≤ k &lt; N. */
  public static double cos(long k, long n) {
    return octant(k, n, true);
  }

  /** sin(2πk/N) for 0 ≤ k &lt; N. */
  public static double sin(long k, long n) {
    return octant(k, n, false);
  }

  private static double octant(long k, long n, boolean cosine) {
    long position = Math.floorMod(k, n);
    boolean negateSin = false;
    if (2 * position > n) {
      position = n - position;
      negateSin = true;
    }
    boolean negateCos = false;
    long quarter = 4 * position; // angle in units of 2π/(4n): a quarter turn is n
    if (quarter > n) {
      quarter = 2 * n - quarter;
      negateCos = true;
    }
    boolean swap = 2 * quarter > n;
    double angle = swap ? Math.PI * (n - quarter) / (2.0 * n) : Math.PI * quarter / (2.0 * n);
    double value = cosine == swap ? Math.sin(angle) : Math.cos(angle);
    return (cosine ? negateCos : negateSin) ? -value : value;
  }
}
