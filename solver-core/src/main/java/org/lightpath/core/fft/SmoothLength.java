package org.lightpath.core.fft;

/** Transform lengths that every engine supports: 2^a 3^b 5^c 7^d. */
public final class SmoothLength {
  private static final int[] PRIMES = {2, 3, 5, 7};

  private SmoothLength() {}

  /** Whether a length has no prime factor above 7. */
  public static boolean isSmooth(int length) {
    if (length < 1) {
      return false;
    }
    int rest = length;
    for (int prime : PRIMES) {
      while (rest % prime == 0) {
        rest /= prime;
      }
    }
    return rest == 1;
  }

  /** Largest smooth length that is at most {@code length} (at least 1). */
  public static int floor(int length) {
    int candidate = Math.max(1, length);
    while (!isSmooth(candidate)) {
      candidate--;
    }
    return candidate;
  }

  /** Smallest smooth length that is at least {@code length}. */
  public static int ceil(int length) {
    int candidate = Math.max(1, length);
    while (!isSmooth(candidate)) {
      candidate = Math.addExact(candidate, 1);
    }
    return candidate;
  }

  /**
   * Refuses other lengths.
   *
   * @throws IllegalArgumentException naming the nearest good lengths
   */
  public static void require(int length) {
    if (!isSmooth(length)) {
      throw new IllegalArgumentException(
          "transform length %d: expected 2^a·3^b·5^c·7^d; the nearest are %d and %d"
              .formatted(length, floor(length), ceil(length)));
    }
  }
}
