package org.lightpath.core.random;

/**
 * Philox4x32-10, a counter-based random number generator (Salmon et al., "Parallel random numbers:
 * as easy as 1, 2, 3", SC'11).
 *
 * <p>Every draw is a pure function of (seed, stream, substream, element); nothing is carried from
 * one draw to the next. Key = (low, high word of the seed); counter = (low, high word of the
 * element, substream, stream).
 */
public final class Philox {
  private static final int M0 = 0xD2511F53;
  private static final int M1 = 0xCD9E8D57;
  private static final int W0 = 0x9E3779B9;
  private static final int W1 = 0xBB67AE85;
  private static final int ROUNDS = 10;
  private static final double TWO_PI = 2 * Math.PI;

  private Philox() {}

  /** The four 32-bit words of a counter, written to {@code words[0..3]}. */
  public static void words(long seed, int stream, int substream, long element, int[] words) {
    int c0 = (int) element;
    int c1 = (int) (element >>> 32);
    int c2 = substream;
    int c3 = stream;
    int k0 = (int) seed;
    int k1 = (int) (seed >>> 32);
    for (int round = 0; round < ROUNDS; round++) {
      long p0 = (M0 & 0xFFFFFFFFL) * (c0 & 0xFFFFFFFFL);
      long p1 = (M1 & 0xFFFFFFFFL) * (c2 & 0xFFFFFFFFL);
      int n0 = (int) (p1 >>> 32) ^ c1 ^ k0;
      int n2 = (int) (p0 >>> 32) ^ c3 ^ k1;
      c1 = (int) p1;
      c3 = (int) p0;
      c0 = n0;
      c2 = n2;
      k0 += W0;
      k1 += W1;
    }
    words[0] = c0;
    words[1] = c1;
    words[2] = c2;
    words[3] = c3;
  }

  /** Uniform number in the open interval (0, 1) from a word: (w + ½)·2⁻³², exact in double. */
  public static double uniform(int word) {
    return ((word & 0xFFFFFFFFL) + 0.5) * 0x1p-32;
  }

  /**
   * Two independent standard normals (Box–Muller) from words 0 and 1 of a counter, written to
   * {@code normal[0..1]}: √(−2 ln u₁) (cos 2πu₂, sin 2πu₂).
   *
   * @param words scratch of four words
   */
  public static void complexNormal(
      long seed, int stream, int substream, long element, int[] words, double[] normal) {
    words(seed, stream, substream, element, words);
    double radius = Math.sqrt(-2 * Math.log(uniform(words[0])));
    double angle = TWO_PI * uniform(words[1]);
    normal[0] = radius * Math.cos(angle);
    normal[1] = radius * Math.sin(angle);
  }

  /**
   * Four independent standard normals from the words of one counter, written to {@code
   * normal[0..3]}: the {@link #complexNormal} of words 0 and 1, then that of words 2 and 3.
   *
   * @param words scratch of four words
   */
  public static void normals(
      long seed, int stream, int substream, long element, int[] words, double[] normal) {
    complexNormal(seed, stream, substream, element, words, normal);
    double radius = Math.sqrt(-2 * Math.log(uniform(words[2])));
    double angle = TWO_PI * uniform(words[3]);
    normal[2] = radius * Math.cos(angle);
    normal[3] = radius * Math.sin(angle);
  }
}
