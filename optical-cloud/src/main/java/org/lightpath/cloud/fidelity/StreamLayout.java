package org.lightpath.cloud.fidelity;

/**
 * Vectors sent one after the other, each followed by dark symbols, so that none runs into the next.
 *
 * @param vectors number of vectors
 * @param length K symbols of each
 */
record StreamLayout(int vectors, int length) {
  /** Dark symbols behind each vector: pulses and memory of one symbol end within them. */
  static final int DARK = 2;

  /** Symbols on the line, dark ones included. */
  long symbols() {
    return (long) vectors * (length + DARK);
  }

  /** Index of the value that a symbol on the line carries, or −1 if it is dark. */
  long value(long symbol) {
    if (symbol < 0 || symbol >= symbols()) {
      return -1;
    }
    long vector = symbol / (length + DARK);
    long k = symbol - vector * (length + DARK);
    return k < length ? vector * length + k : -1;
  }
}
