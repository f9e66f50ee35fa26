package org.lightpath.cli.bench;

/** Something that is timed by turns. */
@FunctionalInterface
interface TimedRun {
  /** Runs once, and waits until it is done. */
  void run();

  /**
   * Runs again and again, at least once.
   *
   * @param leastSeconds for so long [s]
   * @return time of one run [s]
   * @throws PeerFailedException if a peer cannot go on
   */
  default double turn(double leastSeconds) {
    int runs = 0;
    long start = System.nanoTime();
    double seconds;
    do {
      run();
      runs++;
      seconds = (System.nanoTime() - start) * 1e-9;
    } while (seconds < leastSeconds);
    return seconds / runs;
  }
}
