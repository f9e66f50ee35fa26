package org.lightpath.core.cpu.internal;

/** Which random numbers are drawn; one object for each worker and source, renumbered each run. */
final class Draw {
  private final long seed;
  private final int stream;
  private int sample;

  Draw(long seed, int stream) {
    this.seed = seed;
    this.stream = stream;
  }

  /** Takes the number of a run. */
  void renumber(int number) {
    sample = number;
  }

  long seed() {
    return seed;
  }

  int stream() {
    return stream;
  }

  int sample() {
    return sample;
  }
}
