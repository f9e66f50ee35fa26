package org.lightpath.core.cpu.internal;

import java.util.ArrayList;
import java.util.List;
import org.lightpath.core.engine.EngineLedger;
import org.lightpath.core.field.FieldShape;

/**
 * What the programs of one shape are made of.
 *
 * @param workers team of the engine
 * @param ledger books of the engine
 * @param elements arrays of the precision
 * @param kernels inner loops of precision and width
 * @param slabs memory of the program
 * @param stages how the transform is taken apart
 * @param transform passes with their twiddle factors
 * @param scratch a chunk buffer for all modes, for each worker
 * @param <A> {@code float[]} or {@code double[]}
 */
record Workshop<A>(
    Workers workers,
    EngineLedger ledger,
    Elements<A> elements,
    Kernels<A> kernels,
    Slabs<A> slabs,
    Stages stages,
    Transform<A> transform,
    List<Table<A>> scratch) {
  /** A column group of one stage leaves four sub-transforms to share out. */
  private static final int MOST_THREADS = 4;

  /** Rows of a column group that fit the first-level cache, with four columns or more of each. */
  private static final int USUAL_ROWS = 32;

  /** Rows for many threads: shorter runs of columns cost up to a fifth of the time of a thread. */
  private static final int MOST_ROWS = 64;

  static <A> Workshop<A> open(
      FieldShape shape,
      Workers workers,
      EngineLedger ledger,
      Elements<A> elements,
      Kernels<A> kernels) {
    Slabs<A> slabs = new Slabs<>(elements, shape.samples());
    boolean registers = shape.modes() == 1 && workers.size() <= MOST_THREADS;
    int rows = 4 * workers.size() > USUAL_ROWS ? MOST_ROWS : USUAL_ROWS;
    Stages stages = Stages.of(shape.samples(), kernels.lanes(), elements.bytes(), registers, rows);
    Transform<A> transform = new Transform<>(stages, kernels, elements, slabs);
    List<Table<A>> scratch = new ArrayList<>();
    for (int i = 0; i < workers.size(); i++) {
      scratch.add(slabs.take(2L * transform.scratchLength()));
    }
    return new Workshop<>(workers, ledger, elements, kernels, slabs, stages, transform, scratch);
  }
}
