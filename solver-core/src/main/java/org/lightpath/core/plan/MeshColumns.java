package org.lightpath.core.plan;

import java.util.Arrays;

/**
 * Interferometers of a mesh as the light meets them: columns of 2×2 blocks on neighbouring modes,
 * then a phase screen. Blocks hold everything: settings, errors, loss.
 *
 * <p>A column begins at mode 0 or 1; its pair p acts on the modes first + 2p and first + 2p + 1:
 * (x, y) ← (t₁₁ x + t₁₂ y, t₂₁ x + t₂₂ y). A place without an interferometer is the identity.
 * Several chips (instances of the same layout) may be held together.
 */
public final class MeshColumns {
  /** Numbers of a block: t₁₁, t₁₂, t₂₁, t₂₂, each as (re, im). */
  public static final int BLOCK = 8;

  private final int modes;
  private final int chips;
  private final int[] first;
  private final double[] blocks;
  private final double[] screen;

  private MeshColumns(int modes, int chips, int[] first, double[] blocks, double[] screen) {
    this.modes = modes;
    this.chips = chips;
    this.first = first;
    this.blocks = blocks;
    this.screen = screen;
  }

  /**
   * A mesh, or several of the same layout. The arrays are copied.
   *
   * @param modes N, at least 2
   * @param first first mode of each column, 0 or 1
   * @param blocks (chip, column, pair, {@link #BLOCK}) with {@link #pairs} pairs for each column
   * @param screen output factors (chip, mode, (re, im))
   * @throws IllegalArgumentException if the extents do not fit each other, a first mode is neither
   *     0 nor 1, a number is not finite, or a block that would reach beyond the last mode is not
   *     the identity
   */
  public static MeshColumns of(int modes, int[] first, double[] blocks, double[] screen) {
    if (modes < 2 || screen.length == 0 || screen.length % (2 * modes) != 0) {
      throw new IllegalArgumentException(
          "mesh: %d modes and %d numbers of the phase screen, expected at least 2 modes and 2 N for each chip"
              .formatted(modes, screen.length));
    }
    int chips = screen.length / (2 * modes);
    long expected = (long) chips * first.length * (modes / 2) * BLOCK;
    if (blocks.length != expected || !Arrays.stream(first).allMatch(f -> f == 0 || f == 1)) {
      throw new IllegalArgumentException(
          "mesh of %d modes, %d columns, %d chips: %d numbers of blocks, expected %d, first modes 0 or 1"
              .formatted(modes, first.length, chips, blocks.length, expected));
    }
    if (!Arrays.stream(blocks).allMatch(Double::isFinite)
        || !Arrays.stream(screen).allMatch(Double::isFinite)) {
      throw new IllegalArgumentException(
          "mesh: a block or the phase screen holds no finite number");
    }
    MeshColumns mesh = new MeshColumns(modes, chips, first.clone(), blocks.clone(), screen.clone());
    mesh.requireNothingBeyondTheLastMode();
    return mesh;
  }

  private void requireNothingBeyondTheLastMode() {
    int last = pairs() - 1;
    for (int chip = 0; chip < chips; chip++) {
      for (int column = 0; column < columns(); column++) {
        if (first[column] + 2 * last + 1 >= modes && !isIdentity(chip, column, last)) {
          throw new IllegalArgumentException(
              "mesh: pair %d of column %d reaches beyond the last of %d modes"
                  .formatted(last, column, modes));
        }
      }
    }
  }

  /** Whether a place has no interferometer. */
  public boolean isIdentity(int chip, int column, int pair) {
    for (int i = 0; i < BLOCK; i++) {
      if (block(chip, column, pair, i) != (i == 0 || i == 6 ? 1 : 0)) {
        return false;
      }
    }
    return true;
  }

  /** N. */
  public int modes() {
    return modes;
  }

  /** Number of chips. */
  public int chips() {
    return chips;
  }

  /** Number of columns. */
  public int columns() {
    return first.length;
  }

  /**
   * Places of a column: ⌊N/2⌋, of which the last is empty where it would reach beyond mode N − 1.
   */
  public int pairs() {
    return modes / 2;
  }

  /** First mode of a column, 0 or 1. */
  public int first(int column) {
    return first[column];
  }

  /** A number of a block: 0 … 7 for re t₁₁, im t₁₁, re t₁₂, … */
  public double block(int chip, int column, int pair, int number) {
    return blocks[((chip * first.length + column) * pairs() + pair) * BLOCK + number];
  }

  /** Factor of an output mode, real part. */
  public double screenRe(int chip, int mode) {
    return screen[2 * (chip * modes + mode)];
  }

  /** Factor of an output mode, imaginary part. */
  public double screenIm(int chip, int mode) {
    return screen[2 * (chip * modes + mode) + 1];
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof MeshColumns that
        && modes == that.modes
        && Arrays.equals(first, that.first)
        && Arrays.equals(blocks, that.blocks)
        && Arrays.equals(screen, that.screen);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(first) + Arrays.hashCode(screen);
  }
}
