package org.lightpath.core.cpu.internal;

/**
 * Some vectors of light on their way through a mesh: all modes of them, in a worker's own memory,
 * small enough to stay in its second-level cache from the first column to the last.
 *
 * <p>Copying makes rows neighbours and lanes as many as the processor likes, however the field is
 * kept; it costs two passes over the field, where a mesh has about as many columns as modes.
 *
 * @param <A> {@code float[]} or {@code double[]}
 */
final class MeshChunk<A> {
  /** Half of the second-level cache of common processors: matrices and panels need some too. */
  private static final int BYTES = 512 * 1024;

  private final Elements<A> elements;
  private final MeshKernels<A> kernels;
  private final int modes;
  private final int row;
  private final int capacity;
  private final Table<A> light;
  private final Table<A> panel;
  private int blocks;

  /**
   * Takes memory for a worker.
   *
   * @param modes N
   * @param vectors most vectors it is ever to hold
   * @param panelRows most rows of a dense block, 0 for none
   */
  MeshChunk(
      Slabs<A> slabs,
      Elements<A> elements,
      MeshKernels<A> kernels,
      int modes,
      int vectors,
      int panelRows) {
    this.elements = elements;
    this.kernels = kernels;
    this.modes = modes;
    this.capacity = capacity(elements, kernels, modes, vectors);
    this.row = capacity * 2 * kernels.lanes();
    this.light = slabs.take((long) modes * row);
    this.panel =
        slabs.take((long) panelRows * MeshKernels.PLANES * kernels.lanes() * kernels.panel());
  }

  private static int capacity(
      Elements<?> elements, MeshKernels<?> kernels, int modes, int vectors) {
    int lanes = kernels.lanes();
    long fitting = BYTES / (2L * lanes * elements.bytes() * modes);
    long whole = Math.max(1, fitting / kernels.panel()) * kernels.panel();
    return (int) Math.min(whole, (vectors + lanes - 1) / lanes);
  }

  /** Most blocks of L vectors. */
  int capacity() {
    return capacity;
  }

  /** Blocks of L vectors that are in it now. */
  int blocks() {
    return blocks;
  }

  /** The light, one row for each mode. */
  A array() {
    return light.array();
  }

  /** Elements from one row to the next. */
  int row() {
    return row;
  }

  /** Where a block of a mode begins. */
  int at(int mode, int block) {
    return light.offset() + mode * row + block * 2 * kernels.lanes();
  }

  /** Rows of a dense block with their sums of real and imaginary part. */
  Table<A> panel() {
    return panel;
  }

  /** Inner loops. */
  MeshKernels<A> kernels() {
    return kernels;
  }

  /** Takes vectors in, from number {@code first} on. */
  void load(CpuField<A> field, int index, int first, int count) {
    int lanes = kernels.lanes();
    blocks = (count + lanes - 1) / lanes;
    for (int mode = 0; mode < modes; mode++) {
      Table<A> source = field.row(index, mode);
      if (field.lanes() == lanes) {
        elements.copy(source.array(), source.offset() + 2 * first, array(), at(mode, 0), 2 * count);
        continue;
      }
      for (int n = 0; n < blocks * lanes; n++) {
        int o = place(at(mode, 0), n, lanes);
        int i = place(source.offset(), first + n, field.lanes());
        // Lanes without a vector: numbers left over from before could be slow ones.
        boolean there = n < count;
        elements.set(array(), o, there ? elements.get(source.array(), i) : 0);
        elements.set(
            array(), o + lanes, there ? elements.get(source.array(), i + field.lanes()) : 0);
      }
    }
  }

  /** Puts vectors back. */
  void store(CpuField<A> field, int index, int first, int count) {
    int lanes = kernels.lanes();
    for (int mode = 0; mode < modes; mode++) {
      Table<A> target = field.row(index, mode);
      if (field.lanes() == lanes) {
        elements.copy(array(), at(mode, 0), target.array(), target.offset() + 2 * first, 2 * count);
        continue;
      }
      for (int n = 0; n < count; n++) {
        int i = place(at(mode, 0), n, lanes);
        int o = place(target.offset(), first + n, field.lanes());
        elements.set(target.array(), o, elements.get(array(), i));
        elements.set(target.array(), o + field.lanes(), elements.get(array(), i + lanes));
      }
    }
  }

  private static int place(int offset, int n, int lanes) {
    return offset + n / lanes * 2 * lanes + n % lanes;
  }

  /** Through the phase screen, two numbers for each mode. */
  void screen(Table<A> factors) {
    for (int mode = 0; mode < modes; mode++) {
      kernels.screen(array(), at(mode, 0), blocks, factors.array(), factors.offset() + 2 * mode);
    }
  }
}
