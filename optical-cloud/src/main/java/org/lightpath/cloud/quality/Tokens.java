package org.lightpath.cloud.quality;

import java.util.Arrays;
import java.util.OptionalInt;

/** Sequences of tokens that two runs wrote. */
public final class Tokens {
  private Tokens() {}

  /**
   * Index of the first token that differs; where one sequence goes on and the other ends, its end;
   * empty if they are equal.
   */
  public static OptionalInt firstDivergence(int[] reference, int[] observed) {
    int index = Arrays.mismatch(reference, observed);
    return index < 0 ? OptionalInt.empty() : OptionalInt.of(index);
  }
}
