package org.lightpath.core.cpu.internal;

import java.util.ArrayList;
import java.util.List;
import org.lightpath.core.plan.MeshColumns;
import org.lightpath.core.plan.MeshPlan;

/**
 * A mesh made ready for one precision and width of vectors.
 *
 * @param slabs memory of the program
 * @param chips parts of each chip in the order of the light
 * @param screens phase screen of each chip
 * @param chunks a chunk for each worker
 * @param <A> {@code float[]} or {@code double[]}
 */
record MeshTables<A>(
    Slabs<A> slabs,
    List<List<MeshStep<A>>> chips,
    List<Table<A>> screens,
    List<MeshChunk<A>> chunks) {
  /**
   * Half the modes of a window, b. Measured at N = V = 512 and 1024: a run gains little beyond 48,
   * composing grows with b (docs/decisions/0007).
   */
  private static final int HALF = 48;

  /** Modes from which on big arrays, which are aligned better, are not out of proportion. */
  private static final int MANY_MODES = 128;

  /** Makes a plan ready; the team composes blocks together. */
  static <A> MeshTables<A> of(
      MeshPlan plan, Workers workers, Elements<A> elements, MeshKernels<A> kernels) {
    MeshColumns mesh = plan.mesh();
    Slabs<A> slabs = new Slabs<>(elements, mesh.modes() < MANY_MODES ? 1 : Integer.MAX_VALUE);
    List<List<MeshStep<A>>> chips = new ArrayList<>();
    List<Table<A>> screens = new ArrayList<>();
    for (int chip = 0; chip < mesh.chips(); chip++) {
      MeshPlaces places = MeshPlaces.of(mesh, chip);
      chips.add(
          switch (plan.method()) {
            case COLUMNS -> List.of(Interferometers.of(places, places.all(), slabs, kernels));
            case BLOCKS -> blocks(places, workers, slabs, elements, kernels);
          });
      screens.add(screen(mesh, chip, slabs, elements));
    }
    List<MeshChunk<A>> chunks = new ArrayList<>();
    for (int i = 0; i < workers.size(); i++) {
      chunks.add(
          new MeshChunk<>(
              slabs,
              elements,
              kernels,
              mesh.modes(),
              plan.shape().samples(),
              Math.min(2 * HALF, mesh.modes())));
    }
    return new MeshTables<>(slabs, chips, screens, chunks);
  }

  private static <A> List<MeshStep<A>> blocks(
      MeshPlaces places,
      Workers workers,
      Slabs<A> slabs,
      Elements<A> elements,
      MeshKernels<A> kernels) {
    List<MeshStep<A>> steps = new ArrayList<>();
    List<DenseBlock<A>> dense = new ArrayList<>();
    for (int[] taken : MeshLayout.windows(places, HALF)) {
      MeshWindow window = MeshWindow.of(places, taken);
      if (window.isWorthComposing()) {
        DenseBlock<A> block = DenseBlock.empty(window, slabs);
        steps.add(block);
        dense.add(block);
      } else {
        steps.add(Interferometers.of(places, taken, slabs, kernels));
      }
    }
    workers.run(
        worker -> {
          MeshComposer<A> composer = new MeshComposer<>(elements, kernels, 2 * HALF);
          for (int i = worker; i < dense.size(); i += workers.size()) {
            composer.compose(places, dense.get(i));
          }
        });
    return steps;
  }

  private static <A> Table<A> screen(
      MeshColumns mesh, int chip, Slabs<A> slabs, Elements<A> elements) {
    Table<A> table = slabs.take(2L * mesh.modes());
    for (int mode = 0; mode < mesh.modes(); mode++) {
      int o = table.offset() + 2 * mode;
      elements.set(table.array(), o, mesh.screenRe(chip, mode));
      elements.set(table.array(), o + 1, mesh.screenIm(chip, mode));
    }
    return table;
  }
}
