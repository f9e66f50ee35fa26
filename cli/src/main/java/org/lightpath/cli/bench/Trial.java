package org.lightpath.cli.bench;

/**
 * How long something takes, before it is measured: the fastest of the runs of a while, since the
 * first ones are compiled on the way.
 */
final class Trial {
  private static final double LONGEST_SECONDS = 2.5;

  private Trial() {}

  /**
   * Time of a run [s], from at least one.
   *
   * @param seconds to spend if runs are short, at most 2.5 s [s]
   */
  static double seconds(Runnable run, double seconds) {
    double fastest = Double.POSITIVE_INFINITY;
    long begin = System.nanoTime();
    do {
      long start = System.nanoTime();
      run.run();
      fastest = Math.min(fastest, (System.nanoTime() - start) * 1e-9);
    } while ((System.nanoTime() - begin) * 1e-9 < Math.min(LONGEST_SECONDS, seconds));
    return fastest;
  }
}
