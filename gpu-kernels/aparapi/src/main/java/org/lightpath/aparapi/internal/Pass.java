package org.lightpath.aparapi.internal;

/**
 * The numbers of one pass in a kernel's plan.
 *
 * <p>Kinds below {@link #SCALE} are radices of a transform's pass.
 */
final class Pass {
  /** Numbers of a pass. */
  static final int INTS = 16;

  /** Times a table or a number. */
  static final int SCALE = 32;

  /** Kerr effect. */
  static final int ROTATE = 33;

  /** Gain and noise. */
  static final int AMPLIFY = 34;

  /** One column of a mesh, or its screen. */
  static final int COLUMN = 35;

  /** A whole mesh. */
  static final int MESH = 36;

  /** No table. */
  static final int NO_TABLE = -1;

  /** The table of the step. */
  static final int TABLE_OF_STEP = -2;

  /** From the field to scratch memory. */
  static final int OUT = 0;

  /** From scratch memory to the field. */
  static final int BACK = 1;

  /** Within the field. */
  static final int IN_PLACE = 2;

  final int[] numbers = new int[INTS];

  /**
   * A pass.
   *
   * @param way {@link #OUT}, {@link #BACK} or {@link #IN_PLACE}
   * @param items independent pieces of work
   */
  Pass(int kind, int way, int items) {
    numbers[0] = kind;
    numbers[1] = way;
    numbers[2] = items;
    numbers[6] = NO_TABLE;
    numbers[8] = 1;
  }

  int items() {
    return numbers[2];
  }

  /** N, and rows of a field. */
  Pass extents(int samples, int modes) {
    numbers[3] = samples;
    numbers[8] = modes;
    return this;
  }

  /** Products of the radices before, and whether the parts are swapped (inverse). */
  Pass stage(int done, boolean swapped) {
    numbers[4] = done;
    numbers[5] = swapped ? 1 : 0;
    return this;
  }

  /** Table and its distance from row to row (0 if shared). */
  Pass table(int at, int stride) {
    numbers[6] = at;
    numbers[7] = stride;
    return this;
  }

  /** Source and target in local memory, which holds a field of so many samples twice. */
  void resident(int elements) {
    numbers[14] = numbers[1] == OUT ? elements : 0;
    numbers[1] = numbers[1] == BACK ? elements : 0;
  }

  Pass scalar(int at) {
    numbers[9] = at;
    return this;
  }

  Pass set(int index, int value) {
    numbers[index] = value;
    return this;
  }
}
