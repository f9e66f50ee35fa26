package org.lightpath.photonic.mesh;

/**
 * A mesh as light meets it: the complex 2 × 2 block of every interferometer and the factors of the
 * output screen, with whatever errors and loss they have. Immutable.
 *
 * <p>Propagation here is the plain reference, column by column in double precision, O(N · columns)
 * for each vector. Engines get the same numbers by {@link #columnBlocks}, {@link #columnParities}
 * and {@link #outputPhases}.
 */
public final class RealisedMesh {
  /** Numbers of a block: t₁₁, t₁₂, t₂₁, t₂₂, each as (re, im). */
  public static final int BLOCK = 8;

  /**
   * Vectors that go through the columns together when composing, so that they stay in the cache.
   */
  private static final int PANEL = 32;

  private final MeshLayout layout;
  private final double[] blocks;
  private final double[] screen;

  /** Takes the arrays without copying: for code of this package that gives them away. */
  RealisedMesh(MeshLayout layout, double[] blocks, double[] screen) {
    this.layout = layout;
    this.blocks = blocks;
    this.screen = screen;
  }

  /** Factors e^{jα} as (re, im). */
  static double[] screen(double[] phases) {
    double[] factors = new double[2 * phases.length];
    for (int mode = 0; mode < phases.length; mode++) {
      factors[2 * mode] = Math.cos(phases[mode]);
      factors[2 * mode + 1] = Math.sin(phases[mode]);
    }
    return factors;
  }

  /** Places of the interferometers. */
  public MeshLayout layout() {
    return layout;
  }

  /** A number of an interferometer's block: 0 … 7 for re t₁₁, im t₁₁, re t₁₂, … */
  public double block(int index, int number) {
    return blocks[BLOCK * index + number];
  }

  /**
   * Blocks for engines: (column, pair, {@link #BLOCK}) with ⌊N/2⌋ pairs for every column; pair p
   * acts on the modes f + 2p and f + 2p + 1 with f the column's parity. Places without an
   * interferometer hold the identity.
   */
  public double[] columnBlocks() {
    int pairs = layout.modes() / 2;
    double[] padded = new double[layout.columns() * pairs * BLOCK];
    for (int column = 0; column < layout.columns(); column++) {
      int to = column * pairs * BLOCK;
      int count = layout.size(column) * BLOCK;
      System.arraycopy(blocks, layout.firstIndex(column) * BLOCK, padded, to, count);
      for (int at = to + count; at < to + pairs * BLOCK; at += BLOCK) {
        padded[at] = 1;
        padded[at + 6] = 1;
      }
    }
    return padded;
  }

  /** First mode of each column, 0 or 1. */
  public int[] columnParities() {
    int[] parities = new int[layout.columns()];
    for (int column = 0; column < parities.length; column++) {
      parities[column] = layout.firstMode(column);
    }
    return parities;
  }

  /** Factors of the output screen as (re, im) for each mode. */
  public double[] outputPhases() {
    return screen.clone();
  }

  /**
   * Sends one vector through the mesh.
   *
   * @param re real parts of the N input fields, replaced by those of the output
   * @param im imaginary parts, likewise
   */
  public void propagate(double[] re, double[] im) {
    if (re.length != layout.modes() || im.length != layout.modes()) {
      throw new IllegalArgumentException(
          "vector of %d and %d numbers, expected %d modes"
              .formatted(re.length, im.length, layout.modes()));
    }
    propagate(new Block(layout.modes(), 1, re, im));
  }

  /** The matrix of the mesh: column n is the response to light in mode n. */
  public ComplexMatrix compose() {
    return applyTo(ComplexMatrix.identity(layout.modes()));
  }

  /** The product of the mesh's matrix and a matrix of N rows, whose columns go through the mesh. */
  public ComplexMatrix applyTo(ComplexMatrix inputs) {
    inputs.requireShape(layout.modes(), inputs.columns());
    Block result = Block.copyOf(inputs);
    for (int first = 0; first < inputs.columns(); first += PANEL) {
      Block panel = panel(result, first, Math.min(PANEL, inputs.columns() - first));
      propagate(panel);
      copyRows(panel, 0, result, first, panel.columns());
    }
    return result.matrix();
  }

  private static Block panel(Block matrix, int first, int width) {
    int numbers = matrix.rows() * width;
    Block panel = new Block(matrix.rows(), width, new double[numbers], new double[numbers]);
    copyRows(matrix, first, panel, 0, width);
    return panel;
  }

  private static void copyRows(Block source, int from, Block target, int to, int width) {
    for (int row = 0; row < source.rows(); row++) {
      int s = row * source.columns() + from;
      int t = row * target.columns() + to;
      System.arraycopy(source.re(), s, target.re(), t, width);
      System.arraycopy(source.im(), s, target.im(), t, width);
    }
  }

  private void propagate(Block fields) {
    layout.forEach((index, column, mode) -> mix(BLOCK * index, mode, fields));
    for (int mode = 0; mode < fields.rows(); mode++) {
      double sr = screen[2 * mode];
      double si = screen[2 * mode + 1];
      for (int i = mode * fields.columns(); i < (mode + 1) * fields.columns(); i++) {
        double re = fields.re()[i];
        fields.re()[i] = re * sr - fields.im()[i] * si;
        fields.im()[i] = re * si + fields.im()[i] * sr;
      }
    }
  }

  private void mix(int t, int mode, Block fields) {
    double[] re = fields.re();
    double[] im = fields.im();
    int width = fields.columns();
    int upper = mode * width;
    // Locals: the compiler cannot know that the fields are not the blocks.
    double ar = blocks[t];
    double ai = blocks[t + 1];
    double br = blocks[t + 2];
    double bi = blocks[t + 3];
    double cr = blocks[t + 4];
    double ci = blocks[t + 5];
    double dr = blocks[t + 6];
    double di = blocks[t + 7];
    for (int i = upper; i < upper + width; i++) {
      double xr = re[i];
      double xi = im[i];
      double yr = re[i + width];
      double yi = im[i + width];
      re[i] = ar * xr - ai * xi + br * yr - bi * yi;
      im[i] = ar * xi + ai * xr + br * yi + bi * yr;
      re[i + width] = cr * xr - ci * xi + dr * yr - di * yi;
      im[i + width] = cr * xi + ci * xr + dr * yi + di * yr;
    }
  }
}
